import '../../text/area/resources.js'
import type { LoadResult, ResourceImport } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import '../../portal/resources/resources.css'
import { MappingForm } from './mapping-form.js'
import { StatusTag } from './status-tag.js'

const route = getRouteApi('/workbench/resources/$import')

/** One file: how it is read, how far it is, what came of it, and how it is taken back. */
export function ResourceImportPage() {
  return (
    <StaffOnly title="resources.import.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t } = useText()
  const { import: id } = route.useParams()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['resource-import', id],
    queryFn: () => staffApi.resourceImport(id),
    // How far it is, while it is read in.
    refetchInterval: (query) => (query.state.data?.status === 'running' ? 500 : false),
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  const { fileName, status } = found.data
  return (
    <div className="page stack workbench">
      <Link to="/workbench/resources" className="back">
        <Icon name="back" />
        {t('resources.title')}
      </Link>
      <h1 id="import-title" tabIndex={-1}>
        {fileName ?? t('resources.feed')}
      </h1>
      <p className="tags" role="status">
        <StatusTag status={status} />
        {found.data.source !== '' && <span className="muted">{found.data.source}</span>}
      </p>
      {status === 'preview' && <MappingForm id={id} />}
      {status === 'running' && <Running item={found.data} />}
      {status === 'failed' && <p className="notice bad">{t('resources.failed')}</p>}
      {(status === 'committed' || status === 'undone' || status === 'failed') && <Done item={found.data} />}
    </div>
  )
}

function Running({ item: { progress } }: { readonly item: ResourceImport }) {
  const { t, lang } = useText()
  const { rows = 0, bytes = 0, totalBytes = 0 } = progress ?? {}
  return (
    <section className="card stack tight" aria-labelledby="running-title">
      <h2 id="running-title" className="card-title">
        {t('resources.running')}
      </h2>
      <progress
        className="resource-meter"
        aria-labelledby="running-title"
        {...(totalBytes > 0 ? { value: bytes, max: totalBytes } : {})}
      />
      <p className="muted number">
        {t('resources.running.rows', { count: rows.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB') })}
      </p>
    </section>
  )
}

function isLoaded(result: ResourceImport['result']): result is LoadResult {
  return result !== null && 'rows' in result
}

function Done({ item }: { readonly item: ResourceImport }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => staffApi.undoResources(item.id),
    onSuccess: async () => {
      await queries.invalidateQueries()
      notify({ text: t('resources.undone'), tone: 'good' })
    },
    onError: (error) => notify({ text: messageOf(error), tone: 'bad' }),
  })
  const saveErrors = async () => {
    try {
      saveFile(await staffApi.resourceErrors(item.id), t('resources.errors.file'))
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
  const { result } = item
  const counted = ['rows', 'created', 'updated', 'unchanged', 'refused', 'partly'] as const
  return (
    <section className="card stack" aria-labelledby="done-title">
      <h2 id="done-title" className="card-title">
        {t('resources.result')}
      </h2>
      {isLoaded(result) && (
        <>
          <dl className="figures wide">
            {counted.map((key) => (
              <div key={key}>
                <dt>{t(`resources.result.${key}`)}</dt>
                <dd className="number">{result[key].toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')}</dd>
              </div>
            ))}
          </dl>
          {result.problems.length > 0 && (
            <details open={result.refused > 0}>
              <summary>{t('resources.problems')}</summary>
              <ul className="rows">
                {result.problems.slice(0, 20).map((problem) => (
                  <li key={`${problem.row} ${problem.column} ${problem.zh}`}>
                    <span>
                      <b>{t('resources.problem.at', { row: problem.row, column: problem.column })}</b>{' '}
                      {problem[lang]}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <div className="actions">
        {isLoaded(result) && result.refused + result.partly > 0 && (
          <button type="button" className="button" onClick={() => void saveErrors()}>
            <Icon name="download" />
            {t('resources.errors')}
          </button>
        )}
        {item.status === 'committed' && (
          <>
            <Link to="/search" search={{ kind: item.target }} className="button">
              {t('resources.see')}
            </Link>
            <button
              type="button"
              className="button"
              aria-disabled={undo.isPending}
              onClick={() => {
                if (!undo.isPending && confirm(t('resources.undo.sure'))) undo.mutate()
              }}
            >
              {t('resources.undo')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}
