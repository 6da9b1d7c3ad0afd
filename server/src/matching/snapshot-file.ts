import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { loadSnapshot, type SearchIndex, snapshotOf } from '@kehui/domain/matching'

/** What an index held when it was written to disk. */
export interface SnapshotState {
  /** The last change of the registry that it has. */
  readonly upTo: string
  /** The needs that it has, with the revision of their words. */
  readonly needs: readonly (readonly [id: string, revision: number])[]
  /** What its words were read by; with another vocabulary it is of no use. */
  readonly vocabulary: string
}

const MAGIC = 'KEHUI-MATCHING-1\n'
const HEAD = MAGIC.length + 64 + 1 + 10 + 1

/** Writes it beside and puts it in place in one step: whoever is killed leaves the one before. */
export async function writeSnapshot(file: string, index: SearchIndex, state: SnapshotState): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.${randomUUID()}`
  try {
    const handle = await open(beside, 'wx')
    try {
      const text = Buffer.from(JSON.stringify(state))
      const sum = createHash('sha256').update(text).digest('hex')
      await handle.write(`${MAGIC}${sum}\n${String(text.length).padStart(10, '0')}\n`)
      await handle.write(text)
      for (const part of snapshotOf(index)) await writeWhole(handle, part)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function writeWhole(
  handle: { write: (bytes: Uint8Array) => Promise<{ bytesWritten: number }> },
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes.subarray(at))).bytesWritten
}

/** The index of a file and what it had; null where there is none, or none that can be read. */
export async function readSnapshot(
  file: string,
): Promise<{ index: SearchIndex; state: SnapshotState } | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    return null
  }
  try {
    const head = bytes.subarray(0, HEAD).toString('latin1')
    if (!head.startsWith(MAGIC)) return null
    const [sum = '', length = ''] = head.slice(MAGIC.length).split('\n')
    const text = bytes.subarray(HEAD, HEAD + Number(length))
    if (createHash('sha256').update(text).digest('hex') !== sum) return null
    const state = JSON.parse(text.toString()) as SnapshotState
    return { index: loadSnapshot(Uint8Array.from(bytes.subarray(HEAD + text.length))), state }
  } catch {
    return null
  }
}
