import '../../text/area/imports.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { localTime } from '../../ui/local-time.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { setPreferences, usePreferences } from '../../ui/preferences.js'
import { useMessageOf } from '../../ui/use-message-of.js'

function Upload() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => api.upload(file),
    onSuccess: (preview) => {
      queries.setQueryData(['import', preview.id], preview)
      return navigate({ to: '/imports/$import', params: { import: preview.id } })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const file = input.current?.files?.[0]
    setError(file ? null : t('form.required', { label: t('imports.file') }))
    if (file) upload.mutate(file)
    else input.current?.focus()
  }
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <div className={`field${error ? ' wrong' : ''}`}>
        <label htmlFor="import-file">{t('imports.choose')}</label>
        <span className="hint" id="import-hint">
          {t('imports.hint')}
        </span>
        {error && (
          <span className="error" id="import-error" role="alert">
            {error}
          </span>
        )}
        <input
          ref={input}
          id="import-file"
          className="input"
          type="file"
          accept=".xlsx,.csv,text/csv"
          aria-invalid={error !== null}
          aria-describedby={error ? 'import-error import-hint' : 'import-hint'}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={upload.isPending}>
          {t(upload.isPending ? 'imports.uploading' : 'imports.upload')}
        </button>
      </div>
    </form>
  )
}

function Past() {
  const { t, lang } = useText()
  const past = useQuery({ queryKey: ['imports'], queryFn: () => api.imports() })
  if (past.isError) return <PartFailure query={past} />
  if (past.isPending) return <p role="status">{t('app.loading')}</p>
  const { items } = past.data
  if (items.length === 0) return <p className="muted">{t('imports.past.none')}</p>
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/imports/$import" params={{ import: item.id }} className="item">
            <span className="item-body">
              <span className="item-title">{item.fileName}</span>
              <span className="item-row muted small">
                <span className="number">{localTime(item.createdAt, lang)}</span>
                <span>
                  {t('imports.rows.count', { count: item.rows })}
                  {item.errorCount > 0 && ` · ${t('imports.problems', { count: item.errorCount })}`}
                </span>
              </span>
            </span>
            <span className={`tag${item.status === 'committed' ? ' yes' : ''}`}>
              {t(`imports.status.${item.status}`)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function WrongRole() {
  const { t } = useText()
  return (
    <div className="card stack">
      <p>{t('imports.role')}</p>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          onClick={() => setPreferences({ role: 'service-team' })}
        >
          {t('imports.role.switch')}
        </button>
      </div>
    </div>
  )
}

export function ImportsPage() {
  const { t } = useText()
  const { role } = usePreferences()
  usePageTitle(t('imports.title'))
  return (
    <div className="page stack plain">
      <h1>{t('imports.title')}</h1>
      <p className="muted">{t('imports.lead')}</p>
      {role === 'manager' ? <WrongRole /> : <Upload />}
      {role !== 'manager' && (
        <>
          <h2>{t('imports.past')}</h2>
          <Past />
        </>
      )}
    </div>
  )
}
