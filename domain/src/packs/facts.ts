import type { Audience, FactDef, FactType, Period, RecordDef, ValueDef } from '../rules/facts.js'
import { AUDIENCES, PERIODS } from '../rules/facts.js'
import type { Library } from '../rules/programme.js'
import { findLookAlike } from '../shared/look-alike.js'
import * as q from '../shared/rational.js'
import { suggest } from '../shared/suggest.js'
import type { Text } from '../shared/text.js'
import { findUnit, scaleOf, unitNames } from '../shared/unit.js'
import type { Fields, Reader, YamlNode } from './reader.js'

export interface FactsFile {
  readonly facts: readonly { readonly def: FactDef; readonly node: YamlNode; readonly derivedAt: YamlNode }[]
  readonly records: readonly { readonly def: RecordDef; readonly node: YamlNode }[]
  readonly founded: string | null
  readonly industry: string | null
  readonly registers: readonly string[]
  readonly standing: { readonly rule: Library['standing']; readonly node: YamlNode } | null
}

const TYPES = ['quantity', 'yes-no', 'choice', 'place', 'date'] as const
const VALUE_KEYS = ['en', 'type', 'unit', 'range', 'options', 'label']
const FACT_KEYS = [
  ...VALUE_KEYS,
  'of',
  'period',
  'calibres',
  'lever',
  'within',
  'before-founding',
  'ask',
  'hint',
  'held-by',
  'evidence',
  'minutes',
  'cost-per-unit',
  'askable',
  'negative',
  'title',
  'derive',
]
const NAME = /^[\p{L}][\p{L}\p{N}_]*$/u
/** 1949-01-01: what is older is a slip, such as a year of two digits. */
const FIRST_DAY = -7670n
const LAST_DAY = 84370n

export function readFacts(reader: Reader, pack: string): FactsFile {
  const root = reader.fields(reader.root, 'facts.yaml', [
    'facts',
    'records',
    'founded',
    'industry',
    'registers',
    'standing',
  ])
  const facts = [...root.entries('facts')].flatMap(([name, { key, value }]) => {
    checkName(reader, key, name)
    const fields = reader.fields(value, `The fact ${name}`, FACT_KEYS, ['en', 'of'])
    const def = readFact(reader, fields, name, pack)
    return def ? [{ def, node: key, derivedAt: fields.get('derive') }] : []
  })
  const records = [...root.entries('records')].flatMap(([name, { key, value }]) => {
    checkName(reader, key, name)
    const def = readRecord(reader, value, name, pack)
    return def ? [{ def, node: key }] : []
  })
  return {
    facts,
    records,
    founded: root.scalar('founded'),
    industry: root.scalar('industry'),
    registers: root.strings('registers'),
    standing: readStanding(reader, root.get('standing')),
  }
}

/** `standing: {status: 登记状态, ended: [注销, 吊销], barred: [严重失信主体]}` */
function readStanding(reader: Reader, node: YamlNode): FactsFile['standing'] {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'standing', ['status', 'ended', 'barred'])
  const rule = {
    status: fields.scalar('status'),
    ended: fields.strings('ended'),
    barred: fields.strings('barred'),
  }
  return { rule, node }
}

function checkName(reader: Reader, node: YamlNode, name: string): void {
  const wrong = findLookAlike(name)
  if (wrong)
    reader.refuse(node, 'fact.look-alike', `“${wrong.character}” only looks like “${wrong.meant}”`, {
      suggestion: name.replaceAll(wrong.character, wrong.meant),
    })
  else if (!NAME.test(name))
    reader.refuse(node, 'fact.name', `“${name}” is no name`, {
      expected: 'letters, digits and _, beginning with a letter',
    })
}

function readFact(reader: Reader, fields: Fields, name: string, pack: string): FactDef | null {
  const value = readValueDef(reader, fields, name)
  const of = readAudiences(reader, fields)
  if (!value || of.length === 0) return null
  const negative = fields.has('negative')
    ? reader.fields(fields.get('negative'), 'negative', ['source', 'max-age'], ['source'])
    : null
  return {
    ...value,
    pack,
    of,
    period: fields.oneOf<Period>('period', PERIODS) ?? '当前',
    calibres: readTexts(reader, fields, 'calibres'),
    lever: fields.oneOf('lever', ['up', 'down', 'none']) ?? 'none',
    within: fields.scalar('within'),
    beforeFounding: stored(reader, fields, 'before-founding', value),
    ask: fields.text('ask') ?? value.label,
    hint: fields.text('hint'),
    heldBy: fields.scalar('held-by'),
    evidence: fields.text('evidence'),
    minutes: fields.whole('minutes') ?? 5,
    costPerUnitFen: money(reader, fields, 'cost-per-unit'),
    askable: fields.yesNo('askable') ?? true,
    title: fields.yesNo('title') ?? false,
    negative: negative && { source: negative.scalar('source') ?? '', maxAgeDays: days(reader, negative) },
    derived: fields.scalar('derive'),
  }
}

function days(reader: Reader, fields: Fields): number | null {
  const text = fields.scalar('max-age')
  if (text === null) return null
  const match = /^(\d+)\s*天$/.exec(text)
  if (!match)
    reader.refuse(fields.get('max-age'), 'fact.max-age', `“${text}” is no number of days`, {
      expected: '90 天',
    })
  return match ? Number(match[1]) : null
}

function readAudiences(reader: Reader, fields: Fields): Audience[] {
  const node = fields.get('of')
  const nodes = reader.isList(node) ? fields.items('of') : [node]
  return nodes.flatMap((n) => {
    const text = reader.scalar(n, 'of')
    return text === 'any' ? AUDIENCES : (reader.oneOf(n, 'of', AUDIENCES) ?? [])
  })
}

function readTexts(reader: Reader, fields: Fields, key: string): Map<string, Text> {
  const node = fields.get(key)
  if (reader.isList(node)) return new Map(fields.strings(key).map((option) => [option, { zh: option }]))
  return new Map(
    [...fields.entries(key)].map(([option, { value }]) => [
      option,
      reader.text(value, key) ?? { zh: option },
    ]),
  )
}

function readValueDef(reader: Reader, fields: Fields, name: string): ValueDef | null {
  const type: FactType = fields.oneOf('type', TYPES) ?? 'quantity'
  const en = fields.scalar('en') ?? name
  if (!NAME.test(en))
    reader.refuse(fields.get('en'), 'fact.name', `“${en}” is no name`, { expected: 'letters, digits and _' })
  const label = fields.text('label') ?? { zh: name, en: en.replaceAll('_', ' ') }
  const options = readTexts(reader, fields, 'options')
  const base = {
    name,
    en,
    label: label.en === undefined ? { zh: label.zh, en: en.replaceAll('_', ' ') } : label,
    type,
    unit: '',
    dimension: '',
    factor: q.ONE,
    options,
  }
  switch (type) {
    case 'yes-no':
      return { ...base, lo: 0n, hi: 1n }
    case 'place':
      return { ...base, lo: 0n, hi: 999999n }
    case 'date':
      return { ...base, lo: FIRST_DAY, hi: LAST_DAY }
    case 'choice':
      if (options.size === 0)
        reader.refuse(fields.node, 'fact.options', `${name} wants its options`, { expected: 'options: {…}' })
      return { ...base, lo: 0n, hi: BigInt(Math.max(0, options.size - 1)) }
    case 'quantity':
      return readQuantity(reader, fields, base)
  }
}

function readQuantity(reader: Reader, fields: Fields, base: Omit<ValueDef, 'lo' | 'hi'>): ValueDef | null {
  const unitText = fields.scalar('unit')
  const unit = unitText === null ? undefined : findUnit(unitText)
  if (unitText === null || !unit) {
    reader.refuse(
      fields.get('unit') ?? fields.node,
      'fact.unit',
      unitText === null ? `${base.name} wants its unit` : `“${unitText}” is no unit`,
      {
        expected: 'unit: 元, 人, %, …',
        suggestion: unitText === null ? undefined : suggest(unitText, unitNames()),
      },
    )
    return null
  }
  const def = { ...base, unit: unitText, dimension: unit.dimension, factor: unit.factor }
  const text = fields.scalar('range')
  if (text === null) {
    if (fields.has('derive')) return { ...def, lo: 0n, hi: 0n }
    reader.refuse(fields.node, 'fact.range', `${base.name} wants its range: what an unknown value can be`, {
      expected: `range: 0 ${unitText}..1000 ${unitText}`,
    })
    return null
  }
  const [from = '', to = '', ...more] = text.split('..')
  const [lo, hi] = [storedValue(from, def), storedValue(to, def)]
  if (lo === null || hi === null || more.length > 0 || lo > hi) {
    reader.refuse(fields.get('range'), 'fact.range', `“${text}” is no range of ${unitText}`, {
      expected: `0 ${unitText}..1000 ${unitText}`,
    })
    return null
  }
  return { ...def, lo, hi }
}

/** The stored integer of `1.5 万元`, or null. */
export function storedValue(text: string, def: Pick<ValueDef, 'dimension'>): bigint | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*(\S+)\s*$/.exec(text)
  const number = match && q.parseDecimal(match[1] ?? '')
  const unit = match && findUnit(match[2] ?? '')
  if (!number || !unit || unit.dimension !== def.dimension) return null
  const value = q.multiply(q.multiply(number, unit.factor), q.rational(scaleOf(def.dimension)))
  return value.n % value.d === 0n ? value.n / value.d : null
}

function stored(
  reader: Reader,
  fields: Fields,
  key: string,
  def: Pick<ValueDef, 'dimension' | 'type'>,
): bigint | null {
  const text = fields.scalar(key)
  if (text === null) return null
  const value = storedValue(text, def)
  if (value === null) reader.refuse(fields.get(key), 'fact.value', `“${text}” is not in the unit of the fact`)
  return value
}

function money(reader: Reader, fields: Fields, key: string): bigint | null {
  return stored(reader, fields, key, { dimension: 'CNY', type: 'quantity' })
}

function readRecord(reader: Reader, node: YamlNode, name: string, pack: string): RecordDef | null {
  const fields = reader.fields(
    node,
    `The record ${name}`,
    ['en', 'of', 'count', 'unit', 'fields', 'label', 'held-by'],
    ['en', 'of', 'fields'],
  )
  const en = fields.scalar('en') ?? name
  const of = readAudiences(reader, fields)
  const count = fields.scalar('count') ?? '0..100000'
  const match = /^0\.\.(\d{1,9})$/.exec(count)
  if (!match)
    reader.refuse(fields.get('count'), 'record.count', `“${count}” is no range of counts`, {
      expected: '0..1000',
    })
  const unit = findUnit(fields.scalar('unit') ?? '份')
  if (!unit)
    reader.refuse(fields.get('unit'), 'fact.unit', `“${fields.scalar('unit')}” is no unit`, {
      expected: '项, 家, 笔, …',
    })
  const defs = new Map<string, ValueDef>()
  for (const [field, { key, value }] of fields.entries('fields')) {
    checkName(reader, key, field)
    const def = readValueDef(reader, reader.fields(value, `The field ${field}`, VALUE_KEYS, ['en']), field)
    if (def) defs.set(field, def)
  }
  if (of.length === 0) return null
  const label = fields.text('label') ?? { zh: name, en: en.replaceAll('_', ' ') }
  return {
    pack,
    name,
    en,
    label,
    of,
    maxCount: BigInt(match?.[1] ?? 100000),
    heldBy: fields.scalar('held-by'),
    dimension: unit?.dimension ?? '份',
    fields: defs,
  }
}
