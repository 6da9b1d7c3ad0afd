import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'

/** A connection of its own for one import; its statements are ended by nobody else. */
export async function connectAlone(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

const PIECE = 256 * 1024

/** Lines for COPY, sent in pieces; waits where the server is slower than the reader. */
export class CopyTarget {
  readonly #stream: ReturnType<typeof from>
  readonly #ended: Promise<void>
  #lines = ''
  #failure: Error | null = null

  constructor(client: pg.Client, table: string) {
    this.#stream = client.query(from(`COPY ${table} FROM STDIN`))
    this.#ended = finished(this.#stream)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
  }

  add(line: string): void {
    this.#lines += line
  }

  /** Whether enough has gathered to be sent. */
  get isFull(): boolean {
    return this.#lines.length >= PIECE
  }

  /** Sends what has gathered. */
  async send(): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.#lines === '') return
    const piece = Buffer.from(this.#lines)
    this.#lines = ''
    if (!this.#stream.write(piece)) await Promise.race([once(this.#stream, 'drain'), this.#ended])
  }

  async end(): Promise<void> {
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
export const SUBJECTS_TABLE =
  'subject (id, region_id, name, kind, audience, place, credit_code, code, import_no)'
