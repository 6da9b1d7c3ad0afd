import '../../text/area/reports.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import './reports.css'
import '../workbench.css'

function Upload() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const { name, keepName } = useActingName()
  const [error, setError] = useState<string | null>(null)
  const reading = useMutation({
    mutationFn: (file: File) => staffApi.readReport(file),
    onSuccess: async (report) => {
      await queries.invalidateQueries({ queryKey: ['reports'] })
      return navigate({ to: '/workbench/reports/$report', params: { report: report.id } })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const take = (file: File | undefined) => {
    if (reading.isPending) return
    setError(file ? null : t('form.required', { label: t('reports.file') }))
    if (file) reading.mutate(file)
    else input.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take(input.current?.files?.[0])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }
  return (
    <form
      className="card stack"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      noValidate
    >
      <NameField
        id="report-name"
        label={t('reports.name')}
        value={name}
        onChange={keepName}
        error={undefined}
      />
      <div className={`field${error ? ' wrong' : ''}`}>
        <label htmlFor="report-file">{t('reports.file')}</label>
        <span className="hint" id="report-hint">
          {t('reports.hint')}
        </span>
        {error && (
          <span className="error" id="report-error" role="alert">
            {error}
          </span>
        )}
        <input
          ref={input}
          id="report-file"
          className="input"
          type="file"
          accept=".docx,.pdf,.html,.htm,.txt"
          aria-invalid={error !== null}
          aria-describedby={error ? 'report-error report-hint' : 'report-hint'}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={reading.isPending}>
          {t(reading.isPending ? 'reports.reading' : 'reports.read')}
        </button>
        {reading.isPending && <progress aria-label={t('reports.reading')} />}
      </div>
    </form>
  )
}

function Past() {
  const { t, lang } = useText()
  const past = useQuery({ queryKey: ['reports'], queryFn: () => staffApi.reports() })
  if (past.isError) return <PartFailure query={past} />
  if (past.isPending) return <p role="status">{t('app.loading')}</p>
  if (past.data.length === 0) return <p className="muted">{t('reports.none')}</p>
  return (
    <ul className="items">
      {past.data.map(({ id, fileName, createdAt, articles, counts }) => (
        <li key={id}>
          <Link to="/workbench/reports/$report" params={{ report: id }} className="item">
            <span className="item-body">
              <span className="item-title">{fileName}</span>
              <span className="item-row muted small">
                <span className="number">{localTime(createdAt, lang)}</span>
                <span>
                  {t('reports.counts', {
                    articles,
                    facts: counts.facts,
                    checked: counts.accepted + counts.corrected + counts.rejected,
                  })}
                </span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function ReportsPage() {
  const { t } = useText()
  return (
    <StaffOnly title="reports.title">
      <div className="page stack workbench">
        <h1>{t('reports.title')}</h1>
        <p className="muted">{t('reports.lead')}</p>
        <p>
          <Link to="/workbench/digests" className="button">
            {t('digests.title')}
          </Link>
        </p>
        <Upload />
        <Past />
      </div>
    </StaffOnly>
  )
}
