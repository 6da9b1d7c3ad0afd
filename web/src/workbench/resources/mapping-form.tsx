import '../../text/area/resources.js'
import type { CommitImport, ImportCheck, KindInfo, ResourceImportPreview } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { type Column, columnsOf, mappingOf, sourceOf } from './mapping.js'

const STANDINGS = ['register', 'document', 'system', 'declaration'] as const

/** How a file is read: whose it is, what it is of, and what each column says. */
export function MappingForm({ id }: { readonly id: string }) {
  const { lang } = useText()
  const messageOf = useMessageOf()
  const preview = useQuery({
    queryKey: ['resource-preview', id],
    queryFn: () => staffApi.previewResources(id),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const kinds = useQuery({ queryKey: ['kinds', lang], queryFn: () => api.kinds() })
  const failed = preview.error ?? kinds.error
  if (failed)
    return (
      <Failure message={messageOf(failed)} retry={() => Promise.all([preview.refetch(), kinds.refetch()])} />
    )
  if (!preview.data || !kinds.data) return <Loading />
  return <Form id={id} preview={preview.data} kinds={kinds.data.items} />
}

function Form({
  id,
  preview,
  kinds,
}: {
  readonly id: string
  readonly preview: ResourceImportPreview
  readonly kinds: readonly KindInfo[]
}) {
  const { t, lang } = useText()
  const field = useId()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const first = preview.suggestions[0]
  const [kind, setKind] = useState(first?.kind ?? kinds[0]?.id ?? '')
  const [columns, setColumns] = useState<readonly Column[]>(columnsOf(preview, kind))
  const [source, setSource] = useState(sourceOf(first))
  const [error, setError] = useState<string>()
  const info = kinds.find((one) => one.id === kind)
  const body = (): CommitImport => ({ mapping: mappingOf({ kind, columns, source, suggestion: first }) })
  const lacking = (): string | undefined => {
    if (source.name.trim() === '') return t('resources.source.missing')
    const required = info?.fields.find(
      (one) => one.required && !columns.some((column) => column.field === one.name),
    )
    return required ? t('resources.required', { label: required.label }) : undefined
  }
  const check = useMutation({
    mutationFn: () => staffApi.checkResources(id, body()),
    onError: (cause) => setError(messageOf(cause)),
  })
  const commit = useMutation({
    mutationFn: () => staffApi.commitResources(id, body()),
    onSuccess: (item) => {
      queries.setQueryData(['resource-import', id], item)
      return queries.invalidateQueries({ queryKey: ['resource-imports'] })
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const run = (step: { mutate: () => void; isPending: boolean }) => {
    const wrong = lacking()
    setError(wrong)
    if (wrong === undefined && !check.isPending && !commit.isPending) step.mutate()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(commit)
  }
  const choose = (next: string) => {
    setKind(next)
    setColumns(columnsOf(preview, next))
    check.reset()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {preview.notes.map((note) => (
        <p key={note.zh} className="notice">
          {lang === 'en' ? (note.en ?? note.zh) : note.zh}
        </p>
      ))}
      {first?.remembered && (
        <p className="notice good">{t('resources.remembered', { source: source.name })}</p>
      )}
      {error && (
        <p className="notice bad" role="alert">
          {error}
        </p>
      )}
      <section className="card stack">
        <div className="field">
          <label htmlFor={`${field}-kind`}>{t('resources.kind')}</label>
          <select
            id={`${field}-kind`}
            className="input"
            value={kind}
            onChange={(event) => choose(event.target.value)}
          >
            {kinds.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <TextField
          id={`${field}-source`}
          label={t('resources.source')}
          hint={t('resources.source.hint')}
          value={source.name}
          onChange={(name) => setSource({ ...source, name })}
        />
        <div className="field">
          <label htmlFor={`${field}-standing`}>{t('resources.standing')}</label>
          <select
            id={`${field}-standing`}
            className="input"
            value={source.standing}
            onChange={(event) =>
              setSource({
                ...source,
                standing: STANDINGS.find((one) => one === event.target.value) ?? 'document',
              })
            }
          >
            {STANDINGS.map((one) => (
              <option key={one} value={one}>
                {t(`resources.standing.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </section>
      <section className="card stack tight" aria-labelledby={`${field}-columns`}>
        <h2 id={`${field}-columns`} className="card-title">
          {t('resources.columns')}
        </h2>
        <p className="muted small">{t('resources.columns.lead')}</p>
        <ul className="rows">
          {columns.map((column, at) => (
            <li key={column.header}>
              <label className="mapping-column" htmlFor={`${field}-${at}`}>
                <b>{column.header}</b>
                <span className="muted small">{column.example}</span>
              </label>
              <select
                id={`${field}-${at}`}
                className="input mapping-field"
                value={column.field ?? ''}
                onChange={(event) => {
                  const to = event.target.value || null
                  setColumns(columns.map((one, i) => (i === at ? { ...one, field: to, given: to } : one)))
                  check.reset()
                }}
              >
                <option value="">{t('resources.columns.out')}</option>
                {info?.fields.map((one) => (
                  <option key={one.name} value={one.name}>
                    {one.label}
                    {one.unit !== null && `（${one.unit}）`}
                  </option>
                ))}
                {column.field !== null && !info?.fields.some(({ name }) => name === column.field) && (
                  <option value={column.field}>{column.field}</option>
                )}
              </select>
            </li>
          ))}
        </ul>
      </section>
      {check.data && <Checked check={check.data} />}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={commit.isPending}>
          {t('resources.commit')}
        </button>
        <button type="button" className="button" aria-disabled={check.isPending} onClick={() => run(check)}>
          {t('resources.check')}
        </button>
      </div>
    </form>
  )
}

function Checked({ check }: { readonly check: ImportCheck }) {
  const { t, lang } = useText()
  const heads = check.shown[0]?.cells ?? []
  return (
    <section className="card stack tight" aria-labelledby="checked-title">
      <div role="status">
        <h2 id="checked-title" className="card-title">
          {t('resources.checked', { rows: check.rows, refused: check.refused, partly: check.partly })}
        </h2>
      </div>
      <TableScroll>
        <table className="match-parts">
          <thead>
            <tr>
              <th scope="col">{t('resources.row')}</th>
              {heads.map(({ field, label }) => (
                <th key={field} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.shown.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className="number">
                  {row}
                </th>
                {cells.map(({ field, text }) => (
                  <td key={field}>{text ?? '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <ul className="rows">
        {check.problems.map((problem) => (
          <li key={`${problem.row} ${problem.column} ${problem.zh}`}>
            <span>
              <b>{t('resources.problem.at', { row: problem.row, column: problem.column })}</b> {problem[lang]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
