import type { ImportPreview } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Columns } from './columns.js'
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

function Confirm({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const commit = useStep(
    () => api.commitImport(preview.id),
    ({ result }) => t('imports.committed', { ...(result ?? { created: 0, updated: 0, unchanged: 0 }) }),
  )
  const undo = useStep(
    () => api.undoImport(preview.id),
    () => t('imports.undone'),
  )
  if (preview.status === 'undone') return <p className="notice">{t('imports.status.undone')}</p>
  if (preview.status === 'committed') {
    return (
      <section className="card stack tight">
        <p>{preview.result && t('imports.committed', { ...preview.result })}</p>
        <div className="actions">
          <Link to="/companies" className="button primary">
            {t('companies.title')}
          </Link>
          <button type="button" className="button danger" onClick={() => undo.mutate(undefined)}>
            {t('imports.undo')}
          </button>
        </div>
      </section>
    )
  }
  return (
    <div className="actions end">
      <button
        type="button"
        className="button primary"
        aria-disabled={commit.isPending}
        onClick={() => (commit.isPending ? undefined : commit.mutate(undefined))}
      >
        {t('imports.commit')}
      </button>
    </div>
  )
}

function View({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const meanings = useMeanings()
  const remap = useStep((columns: ImportPreview['columns']) => api.mapImport(preview.id, { columns }))
  return (
    <>
      <h1>{preview.fileName}</h1>
      <p className="muted">
        {t('imports.rows')} <span className="number">{preview.rowCount}</span>　
        {t(`imports.status.${preview.status}`)}
      </p>
      <Confirm preview={preview} />
      <Errors preview={preview} />
      {preview.status === 'preview' && (
        <>
          <Questions preview={preview} />
          <h2>{t('imports.columns')}</h2>
          <p className="muted">{t('imports.columns.lead')}</p>
          <Columns
            columns={preview.columns}
            meanings={meanings}
            onChange={(index, change) =>
              remap.mutate(
                preview.columns.map((column) => (column.index === index ? { ...column, ...change } : column)),
              )
            }
          />
        </>
      )}
      <PreviewRows preview={preview} />
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
    <div className="page stack library">
      <Link to="/imports" className="back">
        <Icon name="back" />
        {t('imports.title')}
      </Link>
      <View preview={found.data} />
    </div>
  )
}
