import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { BinaryRows } from './load/binary-rows.js'

/** A connection of its own for one import; its statements are ended by nobody else. */
export async function connectAlone(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

const PIECE = 256 * 1024
/** So much is on its way before the reader waits: while the server is busy with a page, the other goes on. */
const UNDER_WAY = 2 * 1024 * 1024

/** Rows for COPY, sent in pieces; waits where the server is slower than the reader. */
export class CopyTarget {
  readonly #stream: ReturnType<typeof from>
  readonly #ended: Promise<void>
  /** What is written to it is sent with the next piece. */
  readonly rows = new BinaryRows(PIECE + PIECE / 4)
  #failure: Error | null = null

  constructor(client: pg.Client, table: string, { freeze = false } = {}) {
    const options = freeze ? 'FORMAT binary, FREEZE' : 'FORMAT binary'
    this.#stream = client.query(from(`COPY ${table} FROM STDIN (${options})`, { highWaterMark: UNDER_WAY }))
    this.#ended = finished(this.#stream)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
  }

  /** Whether enough has gathered to be sent. */
  get isFull(): boolean {
    return this.rows.length >= PIECE
  }

  /** Sends what has gathered. */
  async send(): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.rows.length === 0) return
    if (!this.#stream.write(this.rows.take())) await Promise.race([once(this.#stream, 'drain'), this.#ended])
  }

  async end(): Promise<void> {
    this.rows.fields(-1)
    await this.send()
    this.#stream.end()
    await this.#ended
  }

  /** Gives up: the transaction is not to be kept. */
  destroy(): void {
    this.#stream.destroy()
  }
}

export const ROWS_TABLE = 'imported_row (region_id, import_no, row, subject_id, source_id, key, year, cells)'
export const ROWS_FIELDS = 8
export const SUBJECTS_TABLE =
  'subject (id, region_id, name, kind, audience, place, credit_code, code, import_no)'
export const SUBJECTS_FIELDS = 9
