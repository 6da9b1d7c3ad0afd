import { type Package, packageFor } from '@kehui/domain/packs/package'
import { type Library, type Subject, usesOf, yearOfPeriod } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { supposing } from '../registry/dated-facts.js'
import { type Known, placeOf, situationOf } from '../registry/known.js'
import { itemOf } from '../registry/routes.js'
import { readFacts } from '../registry/save-facts.js'
import { findSubject, packsOf } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import type { WhatIf } from './schema.js'

export interface PackageAsk extends WhatIf {
  readonly lang: Lang
}

/** Also inside a transaction, whose connection then stands for the pool. */
export type Asked = Pick<AppContext, 'library' | 'today'> & { readonly pool: Db }

/** The package of a stored subject, as it is or as it would be; nothing is stored. */
export async function askPackage(context: Asked, id: string, ask: PackageAsk): Promise<Package> {
  const { pool, library, today } = context
  const region = await regionOf(pool)
  const stored = await findSubject(pool, region, id)
  if (!stored) throw new HttpError('subject.not-found', { id })
  const readings = ask.readings ?? {}
  checkReadings(library, readings)
  const packs = [...(await packsOf(pool, id)), ...(ask.packs ?? [])]
  const wrong = (ask.packs ?? []).filter((pack) => !library.packs.has(pack))
  if (wrong.length > 0) throw new HttpError('pack.not-found', { packs: wrong })
  const found = await situationOf(pool, library, stored, (owner) => findSubject(pool, region, owner))
  const on = ask.on ?? today()
  const onYear = Number(on.slice(0, 4))
  const situation = ask.facts ? withFacts(library, found.situation, ask.facts, onYear) : found.situation
  return packageFor(library, {
    subject: itemOf(library, stored),
    situation,
    place: placeOf(situation) ?? stored.place,
    packs,
    on,
    lang: ask.lang,
    readings,
    known: knownSources(library, found.known, onYear),
    records: knownRecords(library, found.known, { on, lang: ask.lang }),
  })
}

function withFacts(
  library: Library,
  subject: Subject,
  given: NonNullable<WhatIf['facts']>,
  onYear: number,
): Subject {
  const { facts } = readFacts(library, { facts: given })
  return { ...subject, facts: supposing(library, subject.facts, facts, onYear) }
}

function checkReadings({ programmes }: Library, readings: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(readings)) {
    const programme = programmes.get(id)
    if (!programme) throw new HttpError('programme.not-found', { id })
    const options = [...(programme.readings?.options.keys() ?? [])]
    if (!options.includes(value)) throw new HttpError('question.reading', { id, value, options })
  }
}

/** Sources that are told of each kind of record. */
const LISTED = 5

/** Records that programmes look at, with who told them. */
function knownRecords(
  library: Library,
  { records }: Known,
  { on, lang }: { readonly on: string; readonly lang: Lang },
): Package['records'] {
  return [...new Set(records.map(({ record }) => record))].flatMap((name) => {
    const def = library.records.get(name)
    if (!def) return []
    const rows = records.filter(({ record }) => record === name)
    const sources = [...new Set(rows.flatMap(({ source }) => source ?? []))]
    return [
      {
        name,
        label: inLang(def.label, lang),
        count: rows.length,
        sources: sources.slice(0, LISTED),
        programmes: [...library.programmes.keys()].filter((id) => usesOf(library, id, on)?.records.has(name)),
      },
    ]
  })
}

/** Where each value comes from, under every key by which conditions can name it. */
function knownSources({ facts }: Library, { observations }: Known, onYear: number): Package['known'] {
  const known: Package['known'] = {}
  for (const { key, source, observedAt } of observations) {
    const [name = '', year] = key.split('@')
    const def = facts.get(/^[^.]+/.exec(name)?.[0] ?? '')
    const usual = def ? yearOfPeriod(def.period, onYear) : null
    const other = year === undefined ? usual !== null && `${name}@${usual}` : Number(year) === usual && name
    known[key] ??= { source, observedAt }
    if (other !== false) known[other] ??= { source, observedAt }
  }
  return known
}
