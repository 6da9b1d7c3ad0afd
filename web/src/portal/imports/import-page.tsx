import '../../text/area/imports.js'
import type { ImportMapping, ImportPreview } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { localTime } from '../../ui/local-time.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { type ColumnChange, Columns } from './columns.js'
import { Done } from './done.js'
import { Errors } from './errors.js'
import { PreviewRows } from './preview-rows.js'
import { Questions } from './questions.js'
import { useMeanings } from './use-meanings.js'
import { useStep } from './use-step.js'
import './imports.css'

const route = getRouteApi('/imports/$import')

/** The last step stays in sight: how much would be written, and what still keeps it from being so. */
function Confirm({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const commit = useStep(
    () => api.commitImport(preview.id),
    ({ result }) => t('imports.committed', { ...(result ?? { created: 0, updated: 0, unchanged: 0 }) }),
  )
  const open = preview.questions.filter((question) => question.chosen === null).length
  const blocked = open > 0 || commit.isPending
  return (
    <div className="confirm no-print">
      <p id="confirm-why" className={open > 0 ? 'tone-unknown' : 'muted'}>
        {open > 0 ? t('imports.questions.open', { count: open }) : t('imports.ready')}
      </p>
      <button
        type="button"
        className="button primary"
        aria-disabled={blocked}
        aria-describedby="confirm-why"
        onClick={() =>
          open > 0 ? document.querySelector<HTMLElement>('fieldset input')?.focus() : commit.mutate(undefined)
        }
      >
        {t('imports.commit')}
      </button>
    </div>
  )
}

function View({ preview }: { readonly preview: ImportPreview }) {
  const { t, lang } = useText()
  const meanings = useMeanings()
  const remap = useStep((mapping: ImportMapping) => api.mapImport(preview.id, mapping))
  const change = (index: number, given: ColumnChange) =>
    remap.mutate({
      columns: preview.columns.map((column) => (column.index === index ? { ...column, ...given } : column)),
    })
  const waiting = preview.status === 'preview'
  const [wasWaiting] = useState(waiting)
  const confirmed = wasWaiting && preview.status === 'committed'
  return (
    <>
      <div>
        <h1>{preview.fileName}</h1>
        <p className="muted">
          {t('imports.rows.count', { count: preview.rowCount })} · {t(`imports.status.${preview.status}`)} ·{' '}
          <span className="number">{localTime(preview.createdAt, lang)}</span>
        </p>
      </div>
      {!waiting && <Done preview={preview} focused={confirmed} />}
      {preview.notes.length > 0 && (
        <ul className="notice">
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {waiting && (
        <Questions
          questions={preview.questions}
          onAnswer={(id, value) => remap.mutate({ answers: { [id]: value } })}
        />
      )}
      <Errors preview={preview} />
      {waiting && <Columns preview={preview} meanings={meanings} onChange={change} />}
      <PreviewRows preview={preview} />
      {waiting && <Confirm preview={preview} />}
    </>
  )
}

export function ImportPage() {
  const { t } = useText()
  const { import: id } = route.useParams()
  const messageOf = useMessageOf()
  const found = useQuery({ queryKey: ['import', id], queryFn: () => api.import(id) })
  usePageTitle(t('imports.title'))
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (found.isPending) return <Loading />
  return (
    <div className="page stack plain">
      <Link to="/imports" className="back">
        <Icon name="back" />
        {t('imports.title')}
      </Link>
      <View preview={found.data} />
    </div>
  )
}
