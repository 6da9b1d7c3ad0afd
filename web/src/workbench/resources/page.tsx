import '../../text/area/resources.js'
import type { KindInfo, ResourceImport } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import '../../portal/resources/resources.css'
import { StatusTag } from './status-tag.js'

/** The digital base: how much there is of each kind, files of any kind read in, and those read before. */
export function ResourcesPage() {
  return (
    <StaffOnly title="resources.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t, lang } = useText()
  const kinds = useQuery({ queryKey: ['kinds', lang], queryFn: () => api.kinds() })
  const items = kinds.data?.items ?? []
  return (
    <div className="page stack workbench">
      <h1>{t('resources.title')}</h1>
      <p className="muted">{t('resources.lead')}</p>
      <Upload />
      <section className="stack tight" aria-labelledby="kinds-title">
        <h2 id="kinds-title">{t('resources.kinds')}</h2>
        {kinds.isError && <PartFailure query={kinds} />}
        {kinds.isPending && <p role="status">{t('app.loading')}</p>}
        <ul className="kind-list">
          {[...items]
            .sort((a, b) => b.count - a.count)
            .map((kind) => (
              <KindCard key={kind.id} kind={kind} />
            ))}
        </ul>
      </section>
      <Past kinds={items} />
    </div>
  )
}

function KindCard({ kind }: { readonly kind: KindInfo }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const save = async (form: 'csv' | 'jsonl') => {
    try {
      saveFile(await api.exportKind(kind.id, form), `${kind.label}.${form}`)
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
  return (
    <li className="card stack tight">
      <h3 className="card-title">
        <Link to="/search" search={{ kind: kind.id }}>
          {kind.label}
        </Link>
      </h3>
      <p>
        <b className="number">{kind.count.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')}</b>{' '}
        <span className="muted small">{t('resources.fields.count', { count: kind.fields.length })}</span>
      </p>
      {kind.count > 0 && (
        <p className="actions">
          {(['csv', 'jsonl'] as const).map((form) => (
            <button key={form} type="button" className="button" onClick={() => void save(form)}>
              <Icon name="download" />
              {form === 'csv' ? 'CSV' : 'JSONL'}
              <span className="hidden-visually"> {kind.label}</span>
            </button>
          ))}
        </p>
      )}
    </li>
  )
}

function Upload() {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [error, setError] = useState<string>()
  const [over, setOver] = useState(false)
  const upload = useMutation({
    mutationFn: (given: File) => staffApi.uploadResources(given),
    onSuccess: (preview) => {
      queries.setQueryData(['resource-preview', preview.id], preview)
      return navigate({ to: '/workbench/resources/$import', params: { import: preview.id } })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (upload.isPending) return
    setError(file ? undefined : t('form.required', { label: t('resources.file') }))
    if (file) upload.mutate(file)
  }
  return (
    <form
      className={`card stack${over ? ' dropping' : ''}`}
      onSubmit={submit}
      noValidate
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [dropped] = event.dataTransfer.files
        if (!dropped) return
        setFile(dropped)
        setError(undefined)
        upload.mutate(dropped)
      }}
    >
      <div className={`field${error ? ' wrong' : ''}`}>
        <label htmlFor={id}>{t('resources.choose')}</label>
        <span className="hint" id={`${id}-hint`}>
          {t('resources.choose.hint')}
        </span>
        {error && (
          <span className="error" id={`${id}-error`} role="alert">
            {error}
          </span>
        )}
        <input
          id={id}
          className="input"
          type="file"
          accept=".xlsx,.csv,.jsonl,.ndjson,text/csv"
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={upload.isPending}>
          {t(upload.isPending ? 'resources.uploading' : 'resources.upload')}
        </button>
        <Link to="/workbench/webhooks" className="button">
          {t('webhooks.title')}
        </Link>
        <Link to="/imports" className="button">
          {t('resources.companies')}
        </Link>
      </div>
    </form>
  )
}

function Past({ kinds }: { readonly kinds: readonly KindInfo[] }) {
  const { t, lang } = useText()
  const past = useQuery({ queryKey: ['resource-imports'], queryFn: () => staffApi.resourceImports() })
  const labelOf = (item: ResourceImport) => kinds.find(({ id }) => id === item.target)?.label ?? item.target
  const items = past.data?.items ?? []
  return (
    <section className="stack tight" aria-labelledby="past-title">
      <h2 id="past-title">{t('resources.past')}</h2>
      {past.isError && <PartFailure query={past} />}
      {past.data && items.length === 0 && <p className="muted">{t('resources.past.none')}</p>}
      <ul className="items">
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/workbench/resources/$import" params={{ import: item.id }} className="item">
              <span className="item-body">
                <span className="item-title">{item.fileName ?? t('resources.feed')}</span>
                <span className="item-row muted small">
                  <span className="number">{localTime(item.createdAt, lang)}</span>
                  <span>{[labelOf(item), item.source].filter((part) => part !== '').join(' · ')}</span>
                </span>
              </span>
              <StatusTag status={item.status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
