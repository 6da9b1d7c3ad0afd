import '../../text/area/digests.js'
import '../../text/area/reports.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import './digests.css'
import { Picker } from './picker.js'
import { type Choice, toPicks } from './picks.js'

/** Issues in draft, and a new one from chosen reports. */
export function DigestsPage() {
  const { t } = useText()
  return (
    <StaffOnly title="digests.title">
      <div className="page stack workbench">
        <h1>{t('digests.title')}</h1>
        <p className="muted">{t('digests.lead')}</p>
        <New />
        <Drafts />
      </div>
    </StaffOnly>
  )
}

function New() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [title, setTitle] = useState(t('digests.name.usual'))
  const [choice, setChoice] = useState<Choice>({})
  const [checked, setChecked] = useState(false)
  const [error, setError] = useState<string>()
  const draft = useMutation({
    mutationFn: () => staffApi.draftDigest({ title: title.trim(), picks: toPicks(choice), checked }),
    onSuccess: async (digest) => {
      queries.setQueryData(['digest', digest.id], digest)
      await queries.invalidateQueries({ queryKey: ['digests'] })
      return navigate({ to: '/workbench/digests/$digest', params: { digest: digest.id } })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.isPending) return
    const wrong =
      title.trim() === ''
        ? t('form.required', { label: t('digests.name') })
        : toPicks(choice).length === 0
          ? t('digests.missing')
          : undefined
    setError(wrong)
    if (wrong === undefined) draft.mutate()
  }
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <h2 className="card-title">{t('digests.new')}</h2>
      {error && (
        <p className="notice bad" role="alert">
          {error}
        </p>
      )}
      <TextField
        id="digest-title"
        label={t('digests.name')}
        value={title}
        onChange={setTitle}
        error={undefined}
      />
      <Picker choice={choice} onChange={setChoice} />
      <label className={`choice${checked ? ' chosen' : ''}`}>
        <input type="checkbox" checked={checked} onChange={() => setChecked(!checked)} />
        {t('digests.checked')}
      </label>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={draft.isPending}>
          {t('digests.draft')}
        </button>
      </div>
    </form>
  )
}

function Drafts() {
  const { t, lang } = useText()
  const found = useQuery({ queryKey: ['digests'], queryFn: () => staffApi.digests() })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  if (found.data.items.length === 0) return <p className="muted">{t('digests.none')}</p>
  return (
    <ul className="items">
      {found.data.items.map(({ id, title, by, at }) => (
        <li key={id}>
          <Link to="/workbench/digests/$digest" params={{ digest: id }} className="item">
            <span className="item-body">
              <span className="item-title">{title}</span>
              <span className="item-row muted small">
                {t('digests.by', { name: by, at: localTime(at, lang) })}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
