import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AppContext } from '../../context.js'
import { HttpError } from '../../http/error.js'
import { LIMITS } from '../limits.js'
import type { FileKey } from './store-batches.js'

type Files = Pick<AppContext, 'files'>
type At = Pick<FileKey, 'batch' | 'n'>

/** Where a file lies until it was read; batches are UUIDs, so that no name leads elsewhere. */
export function batchPath({ files }: Files, { batch, n }: At): string {
  return join(files, 'reports', `${batch}-${n}.data`)
}

export function isHere(files: Files, at: At): boolean {
  return existsSync(batchPath(files, at))
}

/** Whose files lie here. */
export function filesHere({ files }: Files): At[] {
  const folder = join(files, 'reports')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const [, batch, n] = /^([0-9a-f-]{36})-(\d+)\.data$/.exec(name) ?? []
    return batch === undefined ? [] : [{ batch, n: Number(n) }]
  })
}

export function removeFile(files: Files, at: At): void {
  rmSync(batchPath(files, at), { force: true })
}

/** Takes a body as it comes, whole or not at all; it is never held in memory. */
export async function keepBody(
  files: Files,
  at: At,
  body: unknown,
): Promise<{ readonly hash: string; readonly bytes: number }> {
  if (!(body instanceof Readable)) throw new HttpError('request.media-type')
  const path = batchPath(files, at)
  mkdirSync(join(files.files, 'reports'), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length
      hash.update(piece)
      if (bytes > LIMITS.fileBytes) done(new HttpError('ingest.too-large', tooLarge(bytes)))
      else done(null, piece)
    },
  })
  try {
    await pipeline(body, counted, createWriteStream(`${path}.part`, { mode: 0o600 }))
    renameSync(`${path}.part`, path)
  } catch (error) {
    rmSync(`${path}.part`, { force: true })
    throw error
  }
  return { hash: hash.digest('hex'), bytes }
}

const MB = 1024 * 1024

/** What a refusal says of a size; at least one more than is allowed. */
export function tooLarge(bytes: number) {
  return { megabytes: Math.ceil(bytes / MB), most: LIMITS.fileBytes / MB }
}
