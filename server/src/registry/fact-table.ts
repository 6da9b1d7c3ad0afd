import { type FactDef, formatValue, type Library, yearOfPeriod } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { Known } from './known.js'
import type { FactCell, FactRow, SubjectFacts } from './schema.js'
import type { Observation } from './store-observations.js'
import { readValue } from './stored-value.js'

const YEARS = 3

/** Everything known of a subject: a row a fact and calibre, a column a year, with sources. */
export function factTable(
  library: Library,
  { observations, records }: Known,
  { audience, onYear, lang }: { audience: FactDef['of'][number]; onYear: number; lang: Lang },
): SubjectFacts {
  const cells = cellsOf(library, observations, lang)
  const rows = [...library.facts.values()]
    .filter((def) => def.derived === null)
    .flatMap((def) => rowsOf(def, cells, def.of.includes(audience) && def.askable, lang))
  return { years: yearsOf(cells, onYear), rows, records: recordTables(library, records, lang) }
}

interface Cell extends FactCell {
  readonly fact: string
  readonly calibre: string | null
  readonly year: number | null
}

const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(\d+))?$/

function cellsOf({ facts, places }: Library, observations: readonly Observation[], lang: Lang): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { id, key, value, source, observedAt, atLeast } of observations) {
    const [, fact = '', calibre = null, year] = KEY.exec(key) ?? []
    const def = facts.get(fact)
    if (!def) continue
    const text = `${atLeast ? '≥ ' : ''}${formatValue(readValue(value), def, lang, places)}`
    const before = cells.get(key)
    if (before) before.others.push({ value: text, source, observedAt })
    else
      cells.set(key, {
        key,
        value: text,
        source,
        observedAt,
        observation: id,
        others: [],
        fact,
        calibre,
        year: year === undefined ? null : Number(year),
      })
  }
  return [...cells.values()]
}

/** A calibre has a row of its own where something is known in it; the fact itself always has one. */
function rowsOf(def: FactDef, cells: readonly Cell[], always: boolean, lang: Lang): FactRow[] {
  const own = cells.filter((cell) => cell.fact === def.name)
  const calibres = [null, ...def.calibres.keys()]
  return calibres.flatMap((calibre) => {
    const known = own.filter((cell) => cell.calibre === calibre)
    if (known.length === 0 && !(always && calibre === null)) return []
    const named = calibre === null ? undefined : def.calibres.get(calibre)
    const label = inLang(def.label, lang)
    return [
      {
        fact: def.name,
        yearly: isYearly(def),
        label: named
          ? `${label}${lang === 'en' ? `, ${inLang(named, lang)}` : `（${inLang(named, lang)}）`}`
          : label,
        calibre,
        cells: known.map(({ fact: _fact, calibre: _calibre, year: _year, ...cell }) => cell),
      },
    ]
  })
}

export function isYearly({ period }: FactDef): boolean {
  return period === '当年' || yearOfPeriod(period, 0) !== null
}

function yearsOf(cells: readonly Cell[], onYear: number): number[] {
  const usual = Array.from({ length: YEARS }, (_, i) => onYear - YEARS + i)
  const years = new Set([...usual, ...cells.flatMap(({ year }) => (year === null ? [] : [year]))])
  return [...years].sort((a, b) => a - b)
}

function recordTables(
  { records: defs, places }: Library,
  stored: Known['records'],
  lang: Lang,
): SubjectFacts['records'] {
  return [...defs.values()].flatMap((def) => {
    const rows = stored.filter(({ record }) => record === def.name)
    if (rows.length === 0) return []
    return [
      {
        name: def.name,
        label: inLang(def.label, lang),
        fields: [...def.fields.values()].map(({ name, label }) => ({ name, label: inLang(label, lang) })),
        rows: rows.map(({ id, cells, source }) => ({
          id,
          source,
          cells: Object.fromEntries(
            Object.entries(cells).flatMap(([field, value]) => {
              const fieldDef = def.fields.get(field)
              return fieldDef ? [[field, formatValue(readValue(value), fieldDef, lang, places)]] : []
            }),
          ),
        })),
      },
    ]
  })
}
