import '../../text/area/imports.js'
import type { ImportMapping, ImportPreview } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { type ColumnChange, Columns } from './columns.js'
import { Errors } from './errors.js'
import { PreviewRows } from './preview-rows.js'
import { Questions } from './questions.js'
import { useMeanings } from './use-meanings.js'
import './imports.css'

const route = getRouteApi('/imports/$import')

/** Runs one step of an import; its answer replaces what is shown. */
function useStep<Given>(
  run: (given: Given) => Promise<ImportPreview>,
  done?: (after: ImportPreview) => string,
) {
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  return useMutation({
    mutationFn: run,
    onSuccess: async (after) => {
      queries.setQueryData(['import', after.id], after)
      await queries.invalidateQueries({ queryKey: ['imports'] })
      if (done) notify({ text: done(after), tone: 'good' })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}

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

function Done({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const undo = useStep(
    () => api.undoImport(preview.id),
    () => t('imports.undone'),
  )
  if (preview.status === 'undone') return <p className="notice">{t('imports.status.undone')}</p>
  return (
    <section className="card stack tight" aria-labelledby="done-title">
      <h2 id="done-title" className="marked">
        <VerdictMark kind="yes" />
        <span>{preview.result && t('imports.committed', { ...preview.result })}</span>
      </h2>
      {preview.result && preview.result.skipped > 0 && (
        <p>{t('imports.skipped', { count: preview.result.skipped })}</p>
      )}
      <div className="actions">
        <Link to="/companies" className="button primary">
          {t('companies.title')}
        </Link>
        <button
          type="button"
          className="button danger"
          aria-disabled={undo.isPending}
          onClick={() => (undo.isPending ? undefined : undo.mutate(undefined))}
        >
          {t('imports.undo')}
        </button>
      </div>
    </section>
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
  return (
    <>
      <div>
        <h1>{preview.fileName}</h1>
        <p className="muted">
          {t('imports.rows.count', { count: preview.rowCount })} · {t(`imports.status.${preview.status}`)} ·{' '}
          <span className="number">{localTime(preview.createdAt, lang)}</span>
        </p>
      </div>
      {!waiting && <Done preview={preview} />}
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
