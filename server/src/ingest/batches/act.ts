import { moveFile } from '@kehui/domain/ingest/batch'
import type { AppContext } from '../../context.js'
import { inTransaction } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { LIMITS } from '../limits.js'
import { isHere, keepBody, removeFile, tooLarge } from './files.js'
import type { ReportReader } from './reader.js'
import type { NewBatch } from './schema.js'
import {
  closeBatch,
  type FileKey,
  filesOf,
  findBatch,
  findFile,
  findSameFile,
  insertBatch,
  moveStored,
  type Refusal,
  type StoredFile,
} from './store-batches.js'

type Context = Pick<AppContext, 'pool' | 'files'>

/** Enters what is to be handed in; what could never be read is refused before it is sent. */
export async function beginBatch(
  { pool }: Context,
  region: number,
  byName: string,
  { files }: NewBatch,
): Promise<string> {
  const entered = files.map(({ name, bytes }) => ({
    name: plainName(name),
    bytes,
    refusal: refusalBySize(bytes),
  }))
  return insertBatch(pool, region, byName, entered)
}

function refusalBySize(bytes: number): Refusal | null {
  if (bytes === 0) return { code: 'ingest.empty', details: {} }
  return bytes > LIMITS.fileBytes ? { code: 'ingest.too-large', details: tooLarge(bytes) } : null
}

/** Folders before a name and signs nobody sees are dropped. */
function plainName(name: string): string {
  const plain = name
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
  return (plain || '—').slice(0, 200)
}

export async function fileOrRefuse({ pool }: Context, key: FileKey): Promise<StoredFile> {
  const file = await findFile(pool, key)
  if (!file) throw new HttpError('ingest.batch-not-found')
  return file
}

/** Takes the bytes of a file; one that was read before is refused here. */
export async function receiveFile(context: Context, key: FileKey, body: unknown): Promise<void> {
  const { state } = await fileOrRefuse(context, key)
  if (moveFile(state, 'receive') === null) throw new HttpError('ingest.batch-state')
  const kept = await keepBody(context, key, body)
  const same = await findSameFile(context.pool, key, kept.hash)
  await inTransaction(context.pool, async (db) => {
    if (!(await moveStored(db, key, 'receive', kept))) throw new HttpError('ingest.batch-state')
    if (same) await moveStored(db, key, 'refuse', { refusal: asDuplicate(same) })
  })
  if (same) removeFile(context, key)
}

function asDuplicate({
  withdrawn,
  ...details
}: NonNullable<Awaited<ReturnType<typeof findSameFile>>>): Refusal {
  return { code: withdrawn ? 'ingest.duplicate-withdrawn' : 'ingest.duplicate', details }
}

/** Calls a file off: one that is being read stops at once, and leaves nothing. */
export async function cancelFile(context: Context, reader: ReportReader, key: FileKey): Promise<void> {
  await fileOrRefuse(context, key)
  if (!(await moveStored(context.pool, key, 'cancel'))) throw new HttpError('ingest.batch-state')
  await reader.callOff(key)
}

/** Calls off all that is not settled; what is done stays. */
export async function cancelBatch(context: Context, reader: ReportReader, region: number, id: string) {
  await batchOrRefuse(context, region, id)
  for (const { n } of await filesOf(context.pool, region, [id])) {
    const key = { region, batch: id, n }
    if (await moveStored(context.pool, key, 'cancel')) await reader.callOff(key)
  }
}

export async function tryAgain(context: Context, key: FileKey): Promise<void> {
  await fileOrRefuse(context, key)
  if (!isHere(context, key)) throw new HttpError('ingest.file-gone')
  if (!(await moveStored(context.pool, key, 'again'))) throw new HttpError('ingest.batch-state')
}

/** Puts a batch away that has nothing to wait for; reports that came of it stay. */
export async function putAway(context: Context, region: number, id: string): Promise<void> {
  await batchOrRefuse(context, region, id)
  const files = await filesOf(context.pool, region, [id])
  if (files.some(({ state }) => state === 'queued' || state === 'reading'))
    throw new HttpError('ingest.batch-state')
  await closeBatch(context.pool, region, id)
  for (const file of files) removeFile(context, file)
}

export async function batchOrRefuse({ pool }: Context, region: number, id: string) {
  const batch = await findBatch(pool, region, id)
  if (!batch) throw new HttpError('ingest.batch-not-found')
  return batch
}
