import { to } from 'pg-copy-streams'
import type { Db } from '../database/pool.js'
import { BinaryRows, type Field } from '../region-columns/binary-rows.js'
import type { SubjectIds } from '../region-columns/index.js'

/** What is stored of one programme: entry by entry, in no order. */
export interface OldEntitlements {
  /** Rows of the region's columns; -1 for a subject that has none any more, whose id is in `gone`. */
  readonly rows: number[]
  readonly gone: Map<number, string>
  readonly met: boolean[]
  readonly least: (bigint | null)[]
  readonly most: (bigint | null)[]
  readonly kept: boolean[]
  readonly paidLeast: (bigint | null)[]
  readonly paidMost: (bigint | null)[]
  readonly missing: string[]
  readonly judged: string[]
  readonly hashes: bigint[]
}

/** Lists are told as lines. */
export async function oldEntitlements(
  db: Db,
  region: number,
  programme: string,
  subjects: SubjectIds,
): Promise<OldEntitlements> {
  const old: OldEntitlements = {
    rows: [],
    gone: new Map(),
    met: [],
    least: [],
    most: [],
    kept: [],
    paidLeast: [],
    paidMost: [],
    missing: [],
    judged: [],
    hashes: [],
  }
  const parser = new BinaryRows(fieldsInto(old, subjects))
  const copy = db.query(to(`COPY (${selection(region, programme)}) TO STDOUT (FORMAT binary)`))
  for await (const piece of copy) parser.push(piece)
  return old
}

function selection(region: number, programme: string): string {
  const list = (column: string) => `array_to_string(${column}, E'\\n')`
  return `SELECT subject_id, verdict = 'yes', least_fen, most_fen, kept, paid_least_fen, paid_most_fen,
    ${list('missing')}, ${list('judged')}, input_hash
    FROM entitlement WHERE region_id = ${Number(region)} AND programme = '${programme.replaceAll("'", "''")}'`
}

/** Entries are set by their number, as one whose end comes with the next piece is read twice. */
function fieldsInto(old: OldEntitlements, subjects: SubjectIds): Field[] {
  const id = new Uint8Array(16)
  const flag = (into: boolean[]): Field => ({
    kind: 'bytes',
    put: (entry, view, at) => {
      into[entry] = view.getUint8(at) === 1
    },
  })
  const number = (into: (bigint | null)[]): Field => ({
    kind: 'bytes',
    put: (entry, view, at) => {
      into[entry] = view.getBigInt64(at)
    },
  })
  const text = (into: string[]): Field => ({
    kind: 'bytes',
    put: (entry, view, at, length) => {
      into[entry] = Buffer.from(view.buffer, view.byteOffset + at, length).toString('utf8')
    },
  })
  const subject: Field = {
    kind: 'bytes',
    put: (entry, view, at) => {
      for (let i = 0; i < 16; i += 1) id[i] = view.getUint8(at + i)
      const row = subjects.find(id, 0)
      old.rows[entry] = row
      if (row < 0) old.gone.set(entry, textOf(id))
    },
  }
  return [
    subject,
    flag(old.met),
    number(old.least),
    number(old.most),
    flag(old.kept),
    number(old.paidLeast),
    number(old.paidMost),
    text(old.missing),
    text(old.judged),
    number(old.hashes),
  ]
}

function textOf(id: Uint8Array): string {
  return Buffer.from(id)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
