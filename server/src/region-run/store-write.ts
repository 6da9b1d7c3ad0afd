import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Decided } from '@kehui/domain/packs/entitlements'
import { from } from 'pg-copy-streams'
import type { Db } from '../database/pool.js'
import { copyText, listCell } from '../region-columns/store-rows.js'

export interface Writing {
  readonly region: number
  readonly run: string
  readonly decided: Decided
  readonly subjectAt: (at: number) => string
  readonly hash: (at: number) => bigint
}

const COLUMNS = `region_id, programme, subject_id, verdict, least_fen, most_fen, kept, paid_least_fen,
  paid_most_fen, missing, judged, input_hash, run_id`

/** Lines that are made together. */
const PIECE = 2_000

/** Writes the results at these places; none of them is stored. */
export async function addEntitlements(db: Db, writing: Writing, places: readonly number[]): Promise<void> {
  if (places.length === 0) return
  const copy = db.query(from(`COPY entitlement (${COLUMNS}) FROM STDIN`))
  await pipeline(Readable.from(pieces(writing, places)), copy)
}

function* pieces(writing: Writing, places: readonly number[]): Generator<string> {
  const cells = lineMaker(writing)
  for (let first = 0; first < places.length; first += PIECE) {
    let text = ''
    for (const at of places.slice(first, first + PIECE)) text += cells(at)
    yield text
  }
}

function lineMaker({ region, run, decided, subjectAt, hash }: Writing): (at: number) => string {
  const before = `${region}\t${copyText(decided.programme)}\t`
  const lists = decided.open.sets.map(({ missing, judged }) => `${listCell(missing)}\t${listCell(judged)}`)
  return (at) => {
    const { met, kept, least, most, paidLeast, paidMost, sets, pays } = decided
    const isKept = kept.at(at) === 1
    const own = pays ? `${least.at(at)}\t${most.at(at)}` : '\\N\t\\N'
    const paid = pays && isKept ? `${paidLeast.at(at)}\t${paidMost.at(at)}` : '\\N\t\\N'
    const verdict = met.at(at) === 1 ? 'yes' : 'unknown'
    const said = `${verdict}\t${own}\t${isKept ? 't' : 'f'}\t${paid}\t${lists[sets.at(at)] ?? ''}`
    return `${before}${subjectAt(at)}\t${said}\t${hash(at)}\t${run}\n`
  }
}

/** Takes away what is stored of these subjects. */
export async function dropEntitlements(
  db: Db,
  region: number,
  programme: string,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return
  await db.query(
    'DELETE FROM entitlement WHERE region_id = $1 AND programme = $2 AND subject_id = ANY ($3::uuid[])',
    [region, programme, subjects],
  )
}

/** Says what was read of subjects whose results came out alike. */
export async function rehashEntitlements(
  db: Db,
  { region, decided, subjectAt, hash }: Writing,
  places: readonly number[],
): Promise<void> {
  if (places.length === 0) return
  await db.query(
    `UPDATE entitlement e SET input_hash = g.hash
     FROM unnest($3::uuid[], $4::bigint[]) AS g (subject, hash)
     WHERE e.region_id = $1 AND e.programme = $2 AND e.subject_id = g.subject`,
    [region, decided.programme, places.map(subjectAt), places.map(hash)],
  )
}

export interface NewEntitlementChange {
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
  readonly reasons: readonly { readonly kind: string }[]
}

export async function addChanges(
  db: Db,
  { region, run, programme }: { region: number; run: string; programme: string },
  changes: Iterable<NewEntitlementChange>,
): Promise<void> {
  const columns = 'region_id, run_id, programme, subject_id, before, after, reasons, kinds'
  const copy = db.query(from(`COPY entitlement_change (${columns}) FROM STDIN`))
  const json = (value: unknown) => (value === null ? '\\N' : copyText(JSON.stringify(value)))
  function* lines(): Generator<string> {
    for (const { subject, before, after, reasons } of changes) {
      const kinds = listCell([...new Set(reasons.map(({ kind }) => kind))])
      const said = `${json(before)}\t${json(after)}\t${json(reasons)}\t${kinds}`
      yield `${region}\t${run}\t${copyText(programme)}\t${subject}\t${said}\n`
    }
  }
  await pipeline(Readable.from(lines()), copy)
}
