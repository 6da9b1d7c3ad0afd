import { type Library, parseFacts, type Subject } from '@kehui/domain/rules'
import { company } from './company.js'
import { OTHERS } from './others.js'
import { seeded } from './random.js'
import { type Sample, whenOf } from './sample.js'

const SEED = 20260301
const COMPANIES = 220

/** All samples of the sample city as of a day (`2026-03-01`); the same every time. */
export function samples(today: string): Sample[] {
  const random = seeded(SEED)
  const when = whenOf(today)
  const companies = Array.from({ length: COMPANIES }, (_, i) => company(random, i, when))
  // A stream of each kind's own: more facts of one kind leave the others as they were.
  const others = OTHERS.flatMap(({ count, make }, kind) => {
    const own = seeded(SEED + kind + 1)
    return Array.from({ length: count }, (_, i) => make(own, i, { companies, when }))
  })
  return [...companies, ...others]
}

/** The samples as subjects: facts and records read, owners tied. Owners come before what they own. */
export function sampleSubjects(library: Library, today: string): (Subject & Pick<Sample, 'creditCode'>)[] {
  const byName = new Map<string, Subject & Pick<Sample, 'creditCode'>>()
  for (const { name, audience, creditCode, facts, records, owner } of samples(today)) {
    const read = parseFacts(library, { facts, records })
    // A sample that does not read is a mistake in this folder or in the packs, and tests find it.
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.errors)}`)
    const owned = owner === null ? undefined : byName.get(owner)
    const { facts: known, records: rows } = read
    byName.set(name, {
      id: creditCode ?? name,
      name,
      audience,
      creditCode,
      facts: known,
      records: rows,
      ...(owned ? { owner: owned } : {}),
    })
  }
  return [...byName.values()]
}
