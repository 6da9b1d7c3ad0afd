import type { FactDef, RecordDef } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { FactSeen } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { Entry, Question } from './schema.js'

const MINUTES_OF_A_TABLE = 10

/** What the open entries wait for, each asked once: first what most programmes wait for, then what is quick. */
export function questionsOf(library: Library, entries: readonly Entry[], lang: Lang): Question[] {
  const asked = new Map<string, { seen: FactSeen; affects: Set<string> }>()
  for (const entry of entries) {
    for (const seen of entry.asks) {
      const before = asked.get(seen.key) ?? { seen, affects: new Set() }
      before.affects.add(entry.programme)
      asked.set(seen.key, before)
    }
  }
  return [...asked.values()]
    .flatMap(({ seen, affects }) => questionOf(library, seen, [...affects], lang))
    .sort((a, b) => b.affects.length - a.affects.length || a.minutes - b.minutes || (a.key < b.key ? -1 : 1))
}

function questionOf(library: Library, seen: FactSeen, affects: string[], lang: Lang): Question[] {
  const fact = library.facts.get(seen.name)
  if (fact) return [questionOfFact(fact, seen, affects, lang)]
  const record = library.records.get(seen.name)
  return record ? [questionOfRecord(record, seen, affects, lang)] : []
}

function questionOfFact(fact: FactDef, seen: FactSeen, affects: string[], lang: Lang): Question {
  return {
    key: seen.key,
    label: labelOf(fact, seen.calibre ?? null, seen.year ?? null, lang),
    ask: inLang(fact.ask, lang),
    hint: fact.hint && inLang(fact.hint, lang),
    type: fact.type,
    unit: fact.unit === '' ? null : fact.unit,
    options: [...fact.options].map(([value, label]) => ({ value, label: inLang(label, lang) })),
    affects,
    heldBy: fact.heldBy,
    minutes: fact.minutes,
  }
}

/** A list is not told in one number: it says which columns a table of it has. */
function questionOfRecord(record: RecordDef, { key }: FactSeen, affects: string[], lang: Lang): Question {
  const label = inLang(record.label, lang)
  const fields = [...record.fields.values()].map((field) => inLang(field.label, lang))
  return {
    key,
    label,
    ask:
      lang === 'zh'
        ? `逐笔登记${label}：${fields.join('、')}`
        : `Every one of ${label}: ${fields.join(', ')}`,
    hint: lang === 'zh' ? '用表格导入最快' : 'Quickest from a table',
    type: 'quantity',
    unit: null,
    options: [],
    affects,
    heldBy: null,
    minutes: MINUTES_OF_A_TABLE,
  }
}

/** `研发费用（高企口径，2025 年）` */
export function labelOf(fact: FactDef, calibre: string | null, year: number | null, lang: Lang): string {
  const label = inLang(fact.label, lang)
  const named = calibre === null ? undefined : fact.calibres.get(calibre)
  const more = [
    ...(named ? [inLang(named, lang)] : []),
    ...(year === null ? [] : [lang === 'zh' ? `${year} 年` : `${year}`]),
  ]
  if (more.length === 0) return label
  return lang === 'zh' ? `${label}（${more.join('，')}）` : `${label} (${more.join(', ')})`
}
