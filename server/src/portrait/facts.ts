import { labelOf } from '@kehui/domain/packs/package'
import { type FactDef, formatValue, type Library, usesOf } from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'
import type { Known } from '../registry/known.js'
import { readValue } from '../registry/stored-value.js'
import type { PortraitFact, Trend } from './schema.js'

const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(\d+))?$/
const MOST_TRENDS = 8

interface Read extends PortraitFact {
  readonly def: FactDef
  readonly year: number | null
  readonly calibre: string | null
  readonly yes: boolean
  readonly quantity: number | null
}

/** The value that counts of each fact that is known, as it is read. */
function readAll({ facts, places }: Library, { observations }: Known, lang: Lang): Read[] {
  const read = new Map<string, Read>()
  for (const { key, value: stored, source, observedAt, atLeast } of observations) {
    const [, name = '', calibre = null, year] = KEY.exec(key) ?? []
    const def = facts.get(name)
    if (!def || read.has(key)) continue
    const value = readValue(stored)
    read.set(key, {
      key,
      def,
      calibre,
      label: labelOf(def, calibre, null, lang),
      value: `${atLeast ? '≥ ' : ''}${formatValue(value, def, lang, places)}`,
      source,
      observedAt,
      year: year === undefined ? null : Number(year),
      yes: value.kind === 'yes-no' && value.value,
      quantity: value.kind === 'quantity' && value.lo === value.hi ? Number(value.lo) : null,
    })
  }
  return [...read.values()]
}

/** Facts of a company, sorted by what they say of it. */
export function factsOf(library: Library, known: Known, { lang, on }: { lang: Lang; on: string }) {
  const all = readAll(library, known, lang)
  const uses = usesByFact(library, on)
  const shown = ({ key, label, value, source, observedAt, year }: Read): PortraitFact => ({
    key,
    label: year === null ? label : `${label}${lang === 'zh' ? `（${year} 年）` : ` (${year})`}`,
    value,
    source,
    observedAt,
  })
  const latest = all.filter(
    (one) => !all.some((other) => sameFact(one, other) && (other.year ?? 0) > (one.year ?? 0)),
  )
  const isRight = ({ def }: Read) => def.heldBy?.includes('知识产权') === true && def.type === 'quantity'
  const isPeople = ({ def }: Read) => def.unit === '人'
  const isPlain = ({ def }: Read) =>
    def.name === library.founded || def.name === library.industry || def.type === 'place'
  return {
    trends: trendsOf(all, uses),
    facts: latest.filter(isPlain).map(shown),
    titles: latest.filter(({ def, yes }) => def.title && yes).map(shown),
    rights: latest.filter(isRight).map(shown),
    people: latest.filter(isPeople).map(shown),
    sources: [...new Set(all.flatMap(({ source }) => (source === null ? [] : [source])))].sort(),
  }
}

function sameFact(a: Read, b: Read): boolean {
  return a.def === b.def && a.calibre === b.calibre
}

/** Figures of several years, those first that most programmes look at. */
function trendsOf(all: readonly Read[], uses: ReadonlyMap<string, number>): Trend[] {
  const series = new Map<string, Read[]>()
  for (const one of all) {
    if (one.year === null || one.quantity === null) continue
    const key = `${one.def.name}.${one.calibre ?? ''}`
    series.set(key, [...(series.get(key) ?? []), one])
  }
  return [...series.values()]
    .filter((points) => points.length > 1)
    .sort((a, b) => usesOfSeries(b, uses) - usesOfSeries(a, uses))
    .slice(0, MOST_TRENDS)
    .map((points) => {
      const ordered = points.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
      return {
        fact: points[0]?.def.name ?? '',
        label: points[0]?.label ?? '',
        points: ordered.map(({ year, quantity, value, source, observedAt }) => ({
          year: year ?? 0,
          value: quantity ?? 0,
          text: value,
          source,
          observedAt,
        })),
        change: changeOf(ordered),
      }
    })
}

function usesOfSeries(points: readonly Read[], uses: ReadonlyMap<string, number>): number {
  return uses.get(points[0]?.def.name ?? '') ?? 0
}

/** Only between years that follow each other, and from more than nothing: from zero there is no percentage. */
function changeOf(points: readonly Read[]): string | null {
  const [before, last] = points.slice(-2)
  if (!before || !last || last.year !== (before.year ?? 0) + 1) return null
  if (!before.quantity || before.quantity < 0 || last.quantity === null) return null
  const percent = ((last.quantity - before.quantity) / before.quantity) * 100
  return `${percent > 0 ? '+' : ''}${percent.toFixed(1)}%`
}

function usesByFact(library: Library, on: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of library.programmes.keys())
    for (const fact of usesOf(library, id, on)?.facts ?? []) {
      const name = fact.replace(/^企业\./, '')
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  return counts
}
