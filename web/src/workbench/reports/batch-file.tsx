import '../../text/area/reports.js'
import type { BatchFile } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { dropFile, fileKey, sendFiles, useInHand, useNotArrived } from './sending.js'
import { useBatchActs } from './use-batch-acts.js'

interface FileRowProps {
  readonly batch: string
  readonly file: BatchFile
}

/** One file of a batch: how far it is, what came of it, and what can be done. */
export function FileRow({ batch, file }: FileRowProps) {
  const { t } = useText()
  const acts = useBatchActs()
  const { n, fileName, state, canCancel, canTryAgain } = file
  const isLost = useIsLost(batch, file)
  const wantsFile = !canTryAgain && (isLost || state === 'interrupted' || state === 'cancelled')
  return (
    <li className="batch-file">
      <div className="batch-file-body">
        <p className="item-title">
          {state === 'done' && file.report !== null ? (
            <Link to="/workbench/reports/$report" params={{ report: file.report }}>
              {fileName}
            </Link>
          ) : (
            fileName
          )}
        </p>
        <Standing batch={batch} file={file} />
      </div>
      <div className="actions">
        {canTryAgain && (
          <button type="button" className="button" onClick={() => acts.again(batch, n)}>
            {t('reports.again')}
            <span className="hidden-visually"> {fileName}</span>
          </button>
        )}
        {wantsFile && <ChooseAgain batch={batch} file={file} />}
        {canCancel && (
          <button
            type="button"
            className="button"
            onClick={() => {
              dropFile(batch, n)
              acts.cancel(batch, n)
            }}
          >
            {t('reports.cancel')}
            <span className="hidden-visually"> {fileName}</span>
          </button>
        )}
      </div>
    </li>
  )
}

/** The server waits for it, and this window has it no more. */
function useIsLost(batch: string, { n, state }: BatchFile): boolean {
  return !useInHand().has(fileKey(batch, n)) && state === 'awaited'
}

const TONES: Readonly<Record<BatchFile['state'], string>> = {
  awaited: 'moot',
  queued: 'moot',
  reading: '',
  done: 'yes',
  refused: 'no',
  cancelled: 'moot',
  interrupted: 'unknown',
}

function Standing({ batch, file }: FileRowProps) {
  const { t } = useText()
  const { n, state, refusal, report, articles, facts, progress } = file
  const isLost = useIsLost(batch, file)
  const notArrived = useNotArrived().has(fileKey(batch, n))
  const said: MessageKey = isLost
    ? notArrived
      ? 'reports.file.not-arrived'
      : 'reports.file.lost'
    : `reports.file.${state}`
  return (
    <>
      <p className="tags">
        <span className={`tag ${isLost ? 'unknown' : TONES[state]}`}>{t(said)}</span>
        {state === 'done' && (
          <span className="muted small number">{t('reports.file.counts', { articles, facts })}</span>
        )}
        {state === 'reading' && progress && (
          <span className="muted small number">
            {progress.pages && t('reports.file.pages', { ...progress.pages })}
            {t('reports.file.counts', { articles: progress.articles, facts: progress.facts })}
          </span>
        )}
      </p>
      {state === 'reading' && (
        <progress
          className="batch-progress"
          max={100}
          value={Math.round((progress?.share ?? 0) * 100)}
          aria-label={`${t('reports.file.reading')} ${file.fileName}`}
        />
      )}
      {refusal && (
        <p className="small">
          {refusal.message} {refusal.next}{' '}
          {report !== null && (
            <Link to="/workbench/reports/$report" params={{ report }}>
              {t('reports.file.open')}
            </Link>
          )}
        </p>
      )}
    </>
  )
}

/** The file must be chosen once more: neither the server nor this window has it. */
function ChooseAgain({ batch, file: { n, fileName } }: FileRowProps) {
  const { t } = useText()
  const { look } = useBatchActs()
  return (
    <label className="button choose-file">
      {t('reports.choose-again')}
      <span className="hidden-visually"> {fileName}</span>
      <input
        type="file"
        className="hidden-visually"
        accept=".docx,.pdf,.html,.htm,.txt"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) sendFiles(batch, [{ n, file }], look)
        }}
      />
    </label>
  )
}
