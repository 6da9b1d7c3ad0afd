import { type FactDef, formatValue, type Library, type ValueDef } from '@kehui/domain/rules'
import { inLang, type Lang, type Text } from '@kehui/domain/shared'
import type { FactInfo, RecordInfo, RegionInfo } from '../registry/schema.js'

const YEARLY: readonly string[] = ['上年度', '上年末', '前年度', '当年']

export function regionInfos(library: Library, lang: Lang): RegionInfo[] {
  const programmes = [...library.programmes.values()]
  return [...library.packs.values()].map(({ id, title, level, department, sample }) => ({
    id,
    title: inLang(title, lang),
    level,
    department: department && inLang(department.name, lang),
    sample,
    programmes: programmes.filter((programme) => programme.pack === id).length,
  }))
}

export function factInfos(library: Library, lang: Lang): FactInfo[] {
  return [...library.facts.values()].map((def) => factInfo(library, def, lang))
}

function factInfo(library: Library, def: FactDef, lang: Lang): FactInfo {
  const { name, of, period, hint, heldBy, minutes, askable, derived } = def
  return {
    name,
    label: inLang(def.label, lang),
    of: [...of],
    ...answerOf(def, lang),
    period,
    yearly: YEARLY.includes(period),
    calibres: optionsOf(def.calibres, lang),
    ask: inLang(def.ask, lang),
    hint: hint && inLang(hint, lang),
    heldBy,
    minutes,
    askable,
    derived: derived !== null,
    range: rangeOf(library, def, lang),
  }
}

export function recordInfos({ records }: Library, lang: Lang): RecordInfo[] {
  return [...records.values()].map(({ name, label, of, fields }) => ({
    name,
    label: inLang(label, lang),
    of: [...of],
    fields: [...fields.values()].map((field) => ({
      name: field.name,
      label: inLang(field.label, lang),
      ...answerOf(field, lang),
    })),
  }))
}

function answerOf(
  { type, unit, options }: ValueDef,
  lang: Lang,
): Pick<FactInfo, 'type' | 'unit' | 'options'> {
  return { type, unit: type === 'quantity' ? unit : null, options: optionsOf(options, lang) }
}

function optionsOf(options: ReadonlyMap<string, Text>, lang: Lang): { value: string; label: string }[] {
  return [...options].map(([value, label]) => ({ value, label: inLang(label, lang) }))
}

function rangeOf({ places }: Library, def: FactDef, lang: Lang): FactInfo['range'] {
  if (def.type !== 'quantity') return null
  const bound = (n: bigint) => formatValue({ kind: 'quantity', lo: n, hi: n }, def, lang, places)
  return { lo: bound(def.lo), hi: bound(def.hi) }
}
