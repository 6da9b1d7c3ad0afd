import { isSettled, moveFile } from '@kehui/domain/ingest/batch'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../../context.js'
import { answerFor, HttpError } from '../../http/error.js'
import { isHere } from './files.js'
import type { ReportReader } from './reader.js'
import type { Batch, BatchFile } from './schema.js'
import type { StoredBatch, StoredFile } from './store-batches.js'

interface Viewing {
  readonly context: Pick<AppContext, 'files'>
  readonly reader: Pick<ReportReader, 'progressOf'>
  readonly lang: Lang
}

export function fileView(file: StoredFile, { context, reader, lang }: Viewing): BatchFile {
  const { n, fileName, bytes, state, refusal, report, articles, facts } = file
  const earlier = refusal?.details?.report
  return {
    n,
    fileName,
    bytes,
    state,
    progress: state === 'reading' ? reader.progressOf(file) : null,
    refusal: refusal && { code: refusal.code, ...saidOf(refusal, lang) },
    report: report ?? (typeof earlier === 'string' ? earlier : null),
    articles,
    facts,
    canCancel: !isSettled(state),
    canTryAgain: moveFile(state, 'again') !== null && isHere(context, file),
  }
}

/** A refusal is kept as its code and said in the language of who reads it. */
function saidOf({ code, details }: NonNullable<StoredFile['refusal']>, lang: Lang) {
  const { message, next } = answerFor(new HttpError(code, details), lang).body.error
  return { message, next }
}

export function batchViews(
  batches: readonly StoredBatch[],
  files: readonly StoredFile[],
  viewing: Viewing,
): Batch[] {
  return batches.map(({ id, byName, createdAt }) => ({
    id,
    byName,
    createdAt: createdAt.toISOString(),
    files: files.filter(({ batch }) => batch === id).map((file) => fileView(file, viewing)),
  }))
}
