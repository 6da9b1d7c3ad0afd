import { AUDIENCES } from '../rules/facts.js'
import type { Cited, Document, Programme, Readings, Term } from '../rules/programme.js'
import type { Benefit, Mode } from '../rules/result.js'
import { parseDay } from '../shared/day.js'
import { readCall, readDay, readLink } from './call.js'
import { readExample, readStrings } from './example.js'
import { NO_CITE, readCite, readItem, VERIFIED } from './item.js'
import { readPay } from './pay.js'
import type { Fields, Reader, YamlNode } from './reader.js'
import { readGrade, readTerm } from './term.js'
import { readTogether } from './together.js'

const MODES: readonly Mode[] = ['普惠', '免申即享', '审核', '择优', '限额推荐', '评价', '备案', '认定']
const BENEFITS: readonly Benefit[] = [
  'cash',
  'tax',
  'interest',
  'credit',
  'equity',
  'voucher',
  'title',
  'service',
]
export const PROGRAMME_KEYS = [
  'id',
  'title',
  'summary',
  'audience',
  'mode',
  'benefit',
  'calibre',
  'period',
  'industries',
  'valid',
  'source',
  'requires',
  'standing',
  'form',
  'need',
  'define',
  'points',
  'grade',
  'pay',
  'grants',
  'rank',
  'allocate',
  'shares',
  'schedule',
  'clawback',
  'payee',
  'excludes',
  'stack',
  'once',
  'consumes',
  'readings',
  'calls',
  'given',
  'examples',
]
const REQUIRED = ['id', 'title', 'audience', 'mode', 'benefit', 'valid', 'source']

/** Parts whose place is needed once all packs are read. */
const NODE_KEYS = [
  'id',
  'consumes',
  'excludes',
  'pay',
  'shares',
  'standing',
  'rank',
  'allocate',
  'industries',
] as const
type NodeKey = (typeof NODE_KEYS)[number]

/** What a file alone says: the place and the version come from all that it is loaded with. */
export type ProgrammeFile = Omit<Programme, 'version' | 'place'> & {
  readonly nodes: Readonly<Record<NodeKey, YamlNode>>
}

/** Reads one programme file; null where it has not even what every programme has. */
export function readProgramme(reader: Reader, pack: string): ProgrammeFile | null {
  if (reader.root === null) return null
  const fields = reader.fields(reader.root, 'A programme', PROGRAMME_KEYS, REQUIRED)
  const [id, title] = [readId(reader, fields), fields.text('title')]
  const [audience, mode, benefit] = [
    fields.oneOf('audience', AUDIENCES),
    fields.oneOf('mode', MODES),
    fields.oneOf('benefit', BENEFITS),
  ]
  const source = readSource(reader, fields.get('source'))
  const given = readStrings(reader, fields.get('given'), 'given')
  const rest = {
    pack,
    at: reader.position(reader.root),
    summary: fields.text('summary'),
    calibre: fields.scalar('calibre'),
    period: readPeriod(reader, fields),
    industries: fields.strings('industries'),
    valid: readValid(reader, fields),
    requires: cited(reader, fields, 'requires'),
    standing: cited(reader, fields, 'standing'),
    form: readForm(reader, fields.get('form')),
    need: fields.items('need').flatMap((node) => readItem(reader, node, 'A condition') ?? []),
    define: readDefinitions(reader, fields),
    points: readPoints(reader, fields),
    grade: readGrade(reader, fields.get('grade')),
    pay: readPay(reader, fields.get('pay')),
    grants: readGrant(reader, fields.get('grants')),
    ...readTogether(reader, fields),
    payee: fields.scalar('payee'),
    once: fields.yesNo('once') ?? false,
    consumes: fields.strings('consumes'),
    readings: readReadings(reader, fields.get('readings')),
    calls: fields.items('calls').flatMap((node) => readCall(reader, node) ?? []),
    examples: fields.items('examples').flatMap((node) => readExample(reader, node, given) ?? []),
    nodes: nodesOf(fields),
  }
  checkForm(reader, rest)
  return id !== null && title && audience && mode && benefit && source
    ? { id, title, audience, mode, benefit, source, ...rest }
    : null
}

function nodesOf(fields: Fields): ProgrammeFile['nodes'] {
  return Object.fromEntries(NODE_KEYS.map((key) => [key, fields.get(key)])) as Record<NodeKey, YamlNode>
}

function readId(reader: Reader, fields: Fields): string | null {
  const id = fields.scalar('id')
  if (id !== null && !/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(id)) {
    reader.refuse(fields.get('id'), 'programme.id', `“${id}” is no programme id`, {
      expected: 'a region and a name, such as gz.first-finance',
    })
  }
  return id
}

/** A fact by its name, or `{that: 重大事故或失信, cite: 第六条（四）}`. */
function cited(reader: Reader, fields: Fields, key: string): Cited[] {
  return fields.items(key).flatMap((node) => {
    const entry = reader.isMapping(node)
      ? reader.fields(node, `An entry of “${key}”`, ['that', 'cite', 'verified'], ['that'])
      : null
    const source = reader.source(entry ? entry.get('that') : node, key)
    return source ? [{ ...source, cite: entry ? readCite(reader, entry) : NO_CITE }] : []
  })
}

function readPeriod(reader: Reader, fields: Fields): Programme['period'] {
  const text = fields.scalar('period') ?? '上年度'
  if (text === '上年度' || text === '前年度' || text === '当年') return text
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text)
  reader.refuse(fields.get('period'), 'programme.period', `“${text}” is no period`, {
    expected: '上年度, 前年度, 当年 or a year',
  })
  return '上年度'
}

/** `2024-03-01..2027-02-28`; `unknown..` where the text gives no date. */
function readValid(reader: Reader, fields: Fields): Programme['valid'] {
  const text = fields.scalar('valid') ?? ''
  const [from = '', to = '', ...more] = text.split('..').map((t) => t.trim())
  const side = (word: string) => (word === '' || word === 'unknown' ? null : (parseDay(word) ?? undefined))
  const [first, last] = [side(from), side(to)]
  const wrong =
    first === undefined ||
    last === undefined ||
    more.length > 0 ||
    !text.includes('..') ||
    (first !== null && last !== null && last < first)
  if (fields.has('valid') && wrong)
    reader.refuse(fields.get('valid'), 'programme.valid', `“${text}” is no term`, {
      expected: '2024-03-01..2027-02-28, or unknown.. where the text gives none',
    })
  return { from: first ?? null, to: last ?? null, stated: from !== 'unknown' }
}

function readSource(reader: Reader, node: YamlNode): Document | null {
  if (node === null || node === undefined) return null
  const fields = reader.fields(
    node,
    'source',
    ['document', 'number', 'issuer', 'date', 'url', 'via', 'verified'],
    ['document', 'verified'],
  )
  const document = fields.scalar('document')
  return document === null
    ? null
    : {
        document,
        number: fields.scalar('number'),
        issuer: fields.scalar('issuer'),
        date: fields.scalar('date'),
        url: readLink(reader, fields, 'url'),
        via: fields.scalar('via'),
        verified: fields.oneOf('verified', VERIFIED) ?? 'none',
      }
}

const TERM_ONLY = ['of', 'steps', 'slices', 'best', 'sum', 'cases', 'judged']

function readDefinitions(reader: Reader, fields: Fields): Programme['define'] {
  return new Map(
    [...fields.entries('define')].map(([name, { value }]) => {
      const isTerm = [...reader.entries(reader.isMapping(value) ? value : null, name).keys()].some((key) =>
        TERM_ONLY.includes(key),
      )
      return [
        name,
        isTerm
          ? { item: null, term: readTerm(reader, value, name) }
          : { item: readItem(reader, value, name), term: null },
      ]
    }),
  )
}

function readPoints(reader: Reader, fields: Fields): Programme['points'] {
  const points = new Map<string, Term>()
  for (const [item, { value }] of fields.entries('points')) {
    const term = readTerm(reader, value, item)
    if (term) points.set(item, term)
  }
  return points
}

/** `form: {title: …}`: the programme has a self-assessment form of this name. */
function readForm(reader: Reader, node: YamlNode): Programme['form'] {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'form', ['title', 'note'], ['title'])
  const title = fields.text('title')
  return title && { title, note: fields.text('note') }
}

/** The rows of an official form are numbered: by the articles that they cite. */
function checkForm(
  reader: Reader,
  { form, need, points }: Pick<Programme, 'form' | 'need' | 'points'>,
): void {
  if (!form) return
  for (const { cite, at } of [...need, ...points.values()])
    if (cite.article === null)
      reader.add(at, 'programme.form-cite', 'A row of a self-assessment form wants its article', {
        expected: 'cite: 第六条（二）',
      })
}

function readGrant(reader: Reader, node: YamlNode): Programme['grants'] {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'grants', ['title', 'for', 'ends'], ['title'])
  const title = fields.scalar('title')
  return title === null ? null : { title, for: fields.scalar('for'), ends: fields.scalar('ends') }
}

function readReadings(reader: Reader, node: YamlNode): Readings | null {
  if (node === null || node === undefined) return null
  const fields = reader.fields(
    node,
    'readings',
    ['question', 'default', 'options', 'signed'],
    ['question', 'default', 'options'],
  )
  const options = new Map(
    [...fields.entries('options')].map(([option, { value }]) => [
      option,
      reader.text(value, option) ?? { zh: option },
    ]),
  )
  const [question, chosen] = [fields.text('question'), fields.scalar('default')]
  if (chosen !== null && !options.has(chosen))
    reader.refuse(fields.get('default'), 'programme.reading', `“${chosen}” is no option`, {
      expected: [...options.keys()].join(', '),
    })
  if (options.size === 1)
    reader.refuse(fields.get('options'), 'programme.reading', 'One reading is no question', {
      expected: 'two options or more',
    })
  const signed = fields.has('signed')
    ? reader.fields(fields.get('signed'), 'signed', ['by', 'on'], ['by', 'on'])
    : null
  const [by, on] = [signed?.scalar('by') ?? null, signed ? readDay(reader, signed, 'on') : null]
  return question && chosen !== null
    ? { question, default: chosen, options, signed: by !== null && on !== null ? { by, on } : null }
    : null
}
