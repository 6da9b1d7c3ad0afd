import { type Package, packageFor } from '@kehui/domain/packs/package'
import { type Library, type Subject, yearOfPeriod } from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'
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

/** Sources that are listed; how many more there are is told. */
const LISTED = 3

function sourcesOf(records: Known['records']): string | null {
  const sources = [...new Set(records.flatMap(({ source }) => source ?? []))]
  if (sources.length === 0) return null
  const more = sources.length > LISTED ? ` +${sources.length - LISTED}` : ''
  return `${sources.slice(0, LISTED).join('；')}${more}`
}

/** Where each value comes from, under every key by which conditions can name it. */
function knownSources(
  { facts }: Library,
  { observations, records }: Known,
  onYear: number,
): Package['known'] {
  const known: Package['known'] = {}
  for (const { key, source, observedAt } of observations) {
    const [name = '', year] = key.split('@')
    const def = facts.get(/^[^.]+/.exec(name)?.[0] ?? '')
    const usual = def ? yearOfPeriod(def.period, onYear) : null
    const other = year === undefined ? usual !== null && `${name}@${usual}` : Number(year) === usual && name
    known[key] ??= { source, observedAt }
    if (other !== false) known[other] ??= { source, observedAt }
  }
  for (const name of new Set(records.map(({ record }) => record)))
    known[name] ??= { source: sourcesOf(records.filter(({ record }) => record === name)), observedAt: null }
  return known
}
