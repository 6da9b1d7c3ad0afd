import { randomUUID } from 'node:crypto'
import { isRegister } from '@kehui/domain/insights/leads'
import {
  type FactDef,
  type FactSet,
  formatValue,
  type GivenFacts,
  type GivenRecords,
  type Library,
  parseFacts,
  type Records,
  type Value,
} from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { datedFacts } from './dated-facts.js'
import { factsOf } from './known.js'
import type { SavedFacts } from './schema.js'
import type { StoredSubject } from './store.js'
import { insertObservations, insertRecords, observationsOf } from './store-observations.js'
import { isSameValue } from './stored-value.js'

/** Reads what was given; where anything is wrong, all of it is refused with what is wrong by key. */
export function readFacts(
  library: Library,
  given: { facts?: GivenFacts; records?: GivenRecords },
): { facts: FactSet; records: Records } {
  const read = parseFacts(library, given)
  if (read.ok) return read
  const { errors } = read
  const problems = errors.map(({ key, message, suggestion }) =>
    suggestion === undefined ? `${key}: ${message}` : `${key}: ${message} (${suggestion})`,
  )
  throw new HttpError('facts.invalid', { count: errors.length, problems, errors })
}

export interface Saving {
  readonly subject: StoredSubject
  readonly facts: FactSet
  readonly records: Records
  readonly source: string | null
  readonly observedAt: string
  readonly lang: Lang
}

/**
 * Adds what is new; a value that already holds is not written again. A project is asked about the company that
 * owns it too: what cannot be said of a project is filed with its owner. Run it in a transaction.
 */
export async function saveFacts(db: Db, library: Library, saving: Saving): Promise<SavedFacts> {
  const { subject, records } = saving
  const facts = datedFacts(library, saving.facts, Number(saving.observedAt.slice(0, 4)))
  const { id, ownerId, audience } = subject
  const batch = randomUUID()
  const isOwn = (key: string) => ownerId === null || (defOf(library, key)?.of.includes(audience) ?? true)
  const own = new Map([...facts].filter(([key]) => isOwn(key)))
  const owners = new Map([...facts].filter(([key]) => !isOwn(key)))
  const saved = await saveTo(db, library, id, { ...saving, facts: own, records, batch })
  if (ownerId === null || owners.size === 0) return saved
  const more = await saveTo(db, library, ownerId, { ...saving, facts: owners, records: new Map(), batch })
  return {
    undo: batch,
    changed: [...saved.changed, ...more.changed],
    unchanged: [...saved.unchanged, ...more.unchanged],
  }
}

async function saveTo(
  db: Db,
  library: Library,
  subject: string,
  saving: Saving & { batch: string },
): Promise<SavedFacts> {
  const { facts, records, source, observedAt, lang, batch } = saving
  const before = factsOf(library, await observationsOf(db, [subject]))
  // A register that says what was only declared is news: some things rest on registers alone.
  const confirms = (declaredBy: string | null) =>
    isRegister(library, { source }) && !isRegister(library, { source: declaredBy })
  const fresh = [...facts].filter(([key, { value }]) => {
    const known = before.get(key)
    return !known || !isSameValue(known.value, value) || confirms(known.source ?? null)
  })
  const origin = { source, observedAt, batch }
  const observations = fresh.map(([key, { value }]) => ({ subject, key, value }))
  if (observations.length > 0) await insertObservations(db, observations, origin)
  const rows = [...records].flatMap(([record, given]) => given.map((row) => ({ subject, record, row })))
  if (rows.length > 0) await insertRecords(db, rows, origin)
  const text = (key: string, value: Value | undefined) => textOf(library, key, value, lang)
  const changed = fresh.map(([key, { value }]) => ({
    key,
    from: text(key, before.get(key)?.value),
    to: text(key, value) ?? '',
  }))
  const fields = new Set(fresh.map(([key]) => key))
  const unchanged = [...facts.keys()].filter((key) => !fields.has(key))
  return { undo: batch, changed, unchanged }
}

function textOf(library: Library, key: string, value: Value | undefined, lang: Lang): string | null {
  const def = defOf(library, key)
  return value && def ? formatValue(value, def, lang, library.places) : null
}

function defOf({ facts }: Library, key: string): FactDef | undefined {
  return facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
}
