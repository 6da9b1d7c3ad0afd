import { seenText } from '../../rules/answer/situation.js'
import { factKey } from '../../rules/facts.js'
import type { Slot } from '../../rules/form.js'
import type { Library } from '../../rules/programme.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { ColumnState } from './columns.js'
import { BLANK_CELL, type Draft, rowOf } from './rows.js'
import type { FormCell } from './schema.js'

/** Where known values come from and when they were obtained, by the keys under which they are filed. */
export type Sources = Readonly<
  Record<string, { readonly source: string | null; readonly observedAt: string | null }>
>

const YEARS = {
  zh: ['当年', '上年度', '前年度', '大前年度'],
  en: ['this year', 'last year', 'the year before', 'two years before'],
} as const

const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(-?\d+))?$/

/** What rows of figures need: how each is called, and what each column knows of it. */
export class FactCells {
  private readonly library: Library
  private readonly columns: readonly ColumnState[]
  private readonly sources: Sources
  private readonly lang: Lang
  /** Figures that are asked for of more than one year. */
  private readonly several: ReadonlySet<string>

  constructor(library: Library, columns: readonly ColumnState[], sources: Sources, lang: Lang) {
    this.library = library
    this.columns = columns
    this.sources = sources
    this.lang = lang
    this.several = namedSeveralTimes(columns)
  }

  slotsOf(key: string): (number | undefined)[] {
    const [, name = '', calibre, offset] = KEY.exec(key) ?? []
    return this.columns.map(({ slotOf, onYear }) =>
      slotOf.get(factKey(name, calibre ?? null, offset === undefined ? null : onYear + Number(offset))),
    )
  }

  slot(column: number, index: number | undefined): Slot | undefined {
    return index === undefined ? undefined : this.columns[column]?.situation.engine.tables.slots[index]
  }

  labelOf(key: string): string {
    const [, name = '', calibre, offset] = KEY.exec(key) ?? []
    const def = this.library.facts.get(name)
    const label = def ? inLang(def.label, this.lang) : name
    const named = calibre === undefined ? undefined : def?.calibres.get(calibre)
    const short = named && inLang(named, this.lang).length <= 6 ? inLang(named, this.lang) : calibre
    const year =
      offset !== undefined && this.several.has(`${name}.${calibre ?? ''}`)
        ? YEARS[this.lang][-Number(offset)]
        : undefined
    const more = [short && `${short.replace(/口径$/, '')}${this.lang === 'zh' ? '口径' : ''}`, year].filter(
      Boolean,
    )
    if (more.length === 0) return label
    return this.lang === 'zh' ? `${label}（${more.join('，')}）` : `${label} (${more.join(', ')})`
  }

  cell(column: number, index: number | undefined): FormCell {
    const state = this.columns[column]
    const slot = this.slot(column, index)
    if (!state || !slot) return BLANK_CELL
    const known = state.situation.known[slot.index]
    const found = slot.keys.map((key) => this.sources[key]).find((s) => s !== undefined)
    const key = factKey(slot.fact.name, slot.calibre, slot.year)
    const supposed = state.ask.supposed?.some((given) => slot.keys.includes(given)) ?? false
    return {
      ...BLANK_CELL,
      key,
      year: slot.year,
      value: seenText(state.situation, slot, this.lang, this.library.places),
      source: known && !supposed ? (found?.source ?? known.source ?? null) : null,
      observedAt: known && !supposed ? (found?.observedAt ?? null) : null,
      supposed,
    }
  }

  evidenceOf(key: string): string | null {
    const evidence = this.library.facts.get(KEY.exec(key)?.[1] ?? '')?.evidence
    return evidence ? inLang(evidence, this.lang) : null
  }
}

function namedSeveralTimes(columns: readonly ColumnState[]): Set<string> {
  const [first] = columns
  const years = new Map<string, Set<number>>()
  for (const index of first?.bound.slots ?? []) {
    const slot = first?.situation.engine.tables.slots[index]
    if (!slot || slot.year === null) continue
    const name = `${slot.fact.name}.${slot.calibre ?? ''}`
    years.set(name, (years.get(name) ?? new Set()).add(slot.year))
  }
  return new Set([...years].flatMap(([name, found]) => (found.size > 1 ? [name] : [])))
}

export function factRow(facts: FactCells, key: string, depth: number): Draft {
  const slots = facts.slotsOf(key)
  const slot = slots.map((index, k) => facts.slot(k, index)).find((s) => s !== undefined)
  const { fact } = slot ?? {}
  return {
    slots,
    row: rowOf({
      id: `fact.${key}`,
      kind: 'fact',
      depth,
      label: facts.labelOf(key),
      evidence: facts.evidenceOf(key),
      fact: fact
        ? {
            name: fact.name,
            type: fact.type,
            unit: fact.unit || null,
            heldBy: fact.heldBy,
            askable: fact.askable,
          }
        : null,
      cells: slots.map((index, k) => facts.cell(k, index)),
    }),
  }
}
