import type { FactDef, RecordDef, ValueDef } from '../../rules/facts.js'
import { formatInteger } from '../../rules/value.js'
import { formatDay } from '../../shared/day.js'
import type { Text } from '../../shared/text.js'
import { field, plain, type Statement, statement } from './statement.js'
import { listText } from './words.js'

const NAMES = {
  english: { zh: '英文名', en: 'English name' },
  type: { zh: '类型', en: 'type' },
  range: { zh: '取值范围', en: 'range' },
  options: { zh: '选项', en: 'options' },
  of: { zh: '对象', en: 'of' },
  period: { zh: '所属期', en: 'period' },
  calibres: { zh: '口径', en: 'calibres' },
  lever: { zh: '可否改变', en: 'lever' },
  within: { zh: '不超过', en: 'within' },
  founding: { zh: '成立以前', en: 'before founding' },
  ask: { zh: '提问', en: 'question' },
  hint: { zh: '说明', en: 'hint' },
  heldBy: { zh: '持有部门', en: 'held by' },
  evidence: { zh: '证明材料', en: 'evidence' },
  derived: { zh: '计算方法', en: 'computed from' },
  negative: { zh: '查询要求', en: 'check' },
  most: { zh: '最多条数', en: 'at most' },
} as const satisfies Record<string, Text>

/** What a fact is, as far as it can change an answer or what is asked. */
export function factStatement(def: FactDef): Statement {
  const { negative } = def
  return statement('fact', {
    name: plain(def.name),
    fields: {
      ...valueFields(def),
      of: field('fact', listText(def.of), NAMES.of),
      period: field('fact', def.period, NAMES.period),
      calibres: field('fact', listText([...def.calibres.keys()]), NAMES.calibres),
      lever: field(
        'fact',
        `${def.lever} ${def.costPerUnitFen ?? ''} ${def.askable} ${def.title}`,
        NAMES.lever,
      ),
      within: field('fact', def.within, NAMES.within),
      founding: field('fact', def.beforeFounding?.toString() ?? null, NAMES.founding),
      ask: field('fact', def.ask, NAMES.ask),
      hint: field('fact', def.hint, NAMES.hint),
      heldBy: field('fact', def.heldBy, NAMES.heldBy),
      evidence: field('fact', def.evidence, NAMES.evidence),
      derived: field('fact', def.derived, NAMES.derived),
      negative: field('fact', negative && `${negative.source} ${negative.maxAgeDays ?? ''}`, NAMES.negative),
    },
  })
}

export function recordStatement(def: RecordDef): Statement {
  return statement('fact', {
    name: plain(def.name),
    fields: {
      english: field('fact', def.en, NAMES.english),
      of: field('fact', listText(def.of), NAMES.of),
      most: field('fact', `${def.maxCount} ${def.dimension}`, NAMES.most),
    },
    members: [...def.fields.values()].map((one) =>
      statement('fact', { name: plain(one.name), value: plain(one.name), fields: valueFields(one) }),
    ),
  })
}

function valueFields(def: ValueDef): Record<string, Statement> {
  return {
    english: field('fact', def.en, NAMES.english),
    type: field('fact', `${def.type} ${def.unit}`, NAMES.type),
    range: field('fact', rangeText(def), NAMES.range),
    options: field('fact', listText([...def.options.keys()]), NAMES.options),
  }
}

function rangeText(def: ValueDef): Text | null {
  if (def.type === 'date') return plain(`${formatDay(Number(def.lo))} – ${formatDay(Number(def.hi))}`)
  if (def.type !== 'quantity') return null
  const bounds = (lang: 'zh' | 'en') => [def.lo, def.hi].map((n) => formatInteger(n, def, lang)).join(' – ')
  return { zh: bounds('zh'), en: bounds('en') }
}
