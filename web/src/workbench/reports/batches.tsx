import '../../text/area/reports.js'
import type { Batch } from '@kehui/server/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { FileRow } from './batch-file.js'
import { dropFile, useInHand } from './sending.js'
import { useBatchActs } from './use-batch-acts.js'

const LOOK_EVERY_MS = 700

/** Files that were handed in together, with how far each is. */
export function Batches({ onSettled }: { readonly onSettled: (batch: Batch) => void }) {
  const { t } = useText()
  const queries = useQueryClient()
  const sending = useInHand().size > 0
  const batches = useQuery({
    queryKey: ['report-batches'],
    queryFn: () => staffApi.reportBatches(),
    refetchInterval: ({ state }) => (sending || state.data?.some(isAtWork) ? LOOK_EVERY_MS : false),
  })
  const done = batches.data?.flatMap(({ files }) => files).filter(({ state }) => state === 'done').length
  useEffect(() => {
    if (done !== undefined) void queries.invalidateQueries({ queryKey: ['reports'] })
  }, [done, queries])
  const [newest] = batches.data ?? []
  useEffect(() => {
    if (newest && !newest.files.some(({ canCancel }) => canCancel)) onSettled(newest)
  }, [newest, onSettled])
  if (batches.isError && !batches.data) return <PartFailure query={batches} />
  if (!batches.data || batches.data.length === 0) return null
  return (
    <section className="stack" aria-labelledby="batches-title">
      <h2 id="batches-title">{t('reports.batches')}</h2>
      {batches.data.map((batch, i) => (
        <BatchCard
          key={batch.id}
          batch={batch}
          open={i === 0 || batch.files.some(({ canCancel }) => canCancel)}
        />
      ))}
    </section>
  )
}

function isAtWork({ files }: Batch): boolean {
  return files.some(({ state }) => state === 'queued' || state === 'reading')
}

function BatchCard({ batch, open }: { readonly batch: Batch; readonly open: boolean }) {
  const { t, lang } = useText()
  const acts = useBatchActs()
  const { id, byName, createdAt, files } = batch
  const isOpen = files.some(({ canCancel }) => canCancel)
  const cancelAll = () => {
    for (const { n } of files) dropFile(id, n)
    acts.cancelAll(id)
  }
  return (
    <details className="card batch" open={open}>
      <summary>
        <span className="number">{localTime(createdAt, lang)}</span> {byName} <Counts files={files} />
      </summary>
      <ul className="batch-files">
        {files.map((file) => (
          <FileRow key={file.n} batch={id} file={file} />
        ))}
      </ul>
      <div className="actions">
        {isOpen ? (
          <button type="button" className="button" onClick={cancelAll}>
            {t('reports.cancel-all')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => acts.close(id)}>
            {t('reports.close')}
          </button>
        )}
      </div>
    </details>
  )
}

const COUNTED = [
  ['reports.batch.done', 'yes', ['done']],
  ['reports.batch.refused', 'no', ['refused', 'interrupted']],
  ['reports.batch.left', '', ['awaited', 'queued', 'reading']],
  ['reports.batch.cancelled', 'moot', ['cancelled']],
] as const

/** How many are read, refused and still to come; said anew when one is settled. */
function Counts({ files }: Pick<Batch, 'files'>) {
  const { t } = useText()
  return (
    <span className="tags" role="status">
      <span className="muted small">{t('reports.batch.files', { count: files.length })}</span>
      {COUNTED.map(([message, tone, states]) => {
        const count = files.filter(({ state }) => states.some((one) => one === state)).length
        return count === 0 ? null : (
          <span key={message} className={`tag ${tone}`}>
            {t(message, { count })}
          </span>
        )
      })}
    </span>
  )
}
