import { HttpError } from '../../http/error.js'
import type { Retraction } from '../imports/retract.js'

/** The member by which the other system knows a resource. */
export const KEY = 'key'
/** The member that says what is to be done with a row: `upsert`, as without it, or `retract`. */
export const OP = 'op'

export type FeedRow = Readonly<Record<string, unknown>>

export interface ToldRows {
  /** By their place in the batch: what is told there, or null where something is taken back. */
  readonly told: readonly (FeedRow | null)[]
  readonly retractions: readonly Retraction[]
}

/** What a batch tells and what it takes back; a batch that contradicts itself is refused whole. */
export function toldRows(rows: readonly FeedRow[]): ToldRows {
  const retractions: Retraction[] = []
  const told = rows.map((row, i) => {
    const { [OP]: op = 'upsert', ...members } = row
    if (op === 'upsert') return members
    if (op !== 'retract') throw new HttpError('feed.op', { row: i + 1, op: JSON.stringify(op) })
    retractions.push({ row: i + 1, key: keyOfRetraction(members, i + 1) })
    return null
  })
  refuseTwice(told, retractions)
  return { told, retractions }
}

function keyOfRetraction({ [KEY]: key, ...others }: FeedRow, row: number): string {
  const text = keyText(key)
  if (text === '' || Object.keys(others).length > 0)
    throw new HttpError('feed.retraction', { row, example: '{"op": "retract", "key": "…"}' })
  return text
}

/** A key as rows of imports have it. */
function keyText(key: unknown): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key).trim().slice(0, 500) : ''
}

function refuseTwice(told: readonly (FeedRow | null)[], retractions: readonly Retraction[]): void {
  const seen = new Set(told.flatMap((row) => (row === null ? [] : keyText(row[KEY]))))
  const twice = new Set<string>()
  for (const { key } of retractions) {
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  if (twice.size > 0) throw new HttpError('feed.twice', { keys: [...twice].slice(0, 20) })
}
