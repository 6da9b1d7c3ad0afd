import type { Exclusion, Programme, Shares } from '../rules/programme.js'
import type { Rational } from '../shared/rational.js'
import * as q from '../shared/rational.js'
import { storedValue } from './facts.js'
import { PAYERS } from './payers.js'
import type { Fields, Reader, YamlNode } from './reader.js'

const SCOPES = ['事项', '项目', '年度', '发票', '级次'] as const
const RESOLUTIONS = ['就高', '自选', '先到', '补差'] as const
const LATEST_MONTHS = 240
const METHODS = ['rank', 'first-come', 'pro-rata', 'over-years'] as const

/** How a programme stands to others, and how its money is shared out and paid. */
export function readTogether(
  reader: Reader,
  fields: Fields,
): Pick<Programme, 'rank' | 'allocate' | 'shares' | 'schedule' | 'clawback' | 'excludes' | 'stack'> {
  return {
    rank: readRank(reader, fields.get('rank')),
    allocate: readAllocate(reader, fields.get('allocate')),
    shares: readShares(reader, fields.get('shares')),
    schedule: readSchedule(reader, fields),
    clawback: readClawback(reader, fields.get('clawback')),
    excludes: fields.items('excludes').flatMap((node) => readExclusion(reader, node) ?? []),
    stack: readStack(reader, fields.get('stack')),
  }
}

const none = (node: YamlNode) => node === null || node === undefined

function readRank(reader: Reader, node: YamlNode): Programme['rank'] {
  if (none(node)) return null
  const fields = reader.fields(node, 'rank', ['by', 'take'], ['by', 'take'])
  const [by, take] = [fields.scalar('by'), fields.scalar('take')]
  return by === null || take === null ? null : { by, take }
}

function money(reader: Reader, fields: Fields, key: string): bigint | null {
  const text = fields.scalar(key)
  const fen = text === null ? null : storedValue(text, { dimension: 'CNY' })
  if (text !== null && fen === null)
    reader.refuse(fields.get(key), 'programme.money', `“${text}” is no amount of money`, {
      expected: '500 万元',
    })
  return fen
}

function readAllocate(reader: Reader, node: YamlNode): Programme['allocate'] {
  if (none(node)) return null
  const fields = reader.fields(node, 'allocate', ['budget', 'method', 'year'], ['budget', 'method'])
  const [budgetFen, method] = [money(reader, fields, 'budget'), fields.oneOf('method', METHODS)]
  return budgetFen === null || method === null ? null : { budgetFen, method, year: fields.whole('year') }
}

function share(reader: Reader, node: YamlNode, text: string | null): Rational {
  const number = text === null ? undefined : q.parseDecimal(/^\s*([\d.]+)\s*%\s*$/.exec(text)?.[1] ?? '')
  if (number && q.compare(number, q.rational(100n)) <= 0) return q.divide(number, q.rational(100n))
  reader.refuse(node, 'programme.share', `“${text ?? ''}” is no share`, {
    expected: 'a percentage from 0% to 100%',
  })
  return q.ZERO
}

function whole(reader: Reader, node: YamlNode, parts: readonly Rational[], what: string): void {
  const sum = parts.reduce(q.add, q.ZERO)
  if (parts.length > 0 && q.compare(sum, q.ONE) !== 0) {
    reader.refuse(
      node,
      'programme.share',
      `The ${what} come to ${q.formatDecimal(q.multiply(sum, q.rational(100n)))}%`,
      { expected: '100% in all' },
    )
  }
}

function readShares(reader: Reader, node: YamlNode): Programme['shares'] {
  if (none(node)) return []
  // Several levels pay, and the text does not say in what proportion.
  if (!reader.isList(node) && !reader.isMapping(node) && reader.scalar(node, 'shares') === 'unknown')
    return [{ where: null, shares: new Map() }]
  if (!reader.isList(node)) return [{ where: null, shares: readParts(reader, node) }]
  return reader.items(node, 'shares').map((item) => {
    const fields = reader.fields(item, 'A share', ['where', 'shares'], ['where', 'shares'])
    return { where: fields.scalar('where'), shares: readParts(reader, fields.get('shares')) }
  })
}

function readParts(reader: Reader, node: YamlNode): Shares {
  const parts = new Map(
    [...reader.entries(node, 'shares', PAYERS)].map(([level, { value }]) => [
      level,
      share(reader, value, reader.scalar(value, level)),
    ]),
  )
  whole(reader, node, [...parts.values()], 'shares')
  return parts
}

function readSchedule(reader: Reader, fields: Fields): Programme['schedule'] {
  const parts = fields.items('schedule').map((node) => {
    const part = reader.fields(node, 'A payment', ['when', 'share', 'after'], ['when', 'share'])
    return {
      when: part.scalar('when') ?? '',
      share: share(reader, part.get('share') ?? node, part.scalar('share')),
      afterMonths: readAfter(reader, part),
    }
  })
  whole(
    reader,
    fields.get('schedule'),
    parts.map((p) => p.share),
    'payments',
  )
  return parts
}

/** `after: 18 个月`, `after: 1 年`. */
function readAfter(reader: Reader, part: Fields): number | null {
  const text = part.scalar('after')
  if (text === null) return null
  const [, count = '', unit] = /^\s*(\d{1,3})\s*(个月|年)\s*$/.exec(text) ?? []
  const months = Number(count) * (unit === '年' ? 12 : 1)
  if (unit !== undefined && months <= LATEST_MONTHS) return months
  reader.refuse(part.get('after'), 'programme.after', `“${text}” is no time after the award`, {
    expected: '12 个月 or 2 年, at most 20 years',
  })
  return null
}

function readClawback(reader: Reader, node: YamlNode): Programme['clawback'] {
  if (none(node)) return null
  const fields = reader.fields(node, 'clawback', ['when', 'share'], ['when', 'share'])
  const when = fields.text('when')
  return when && { when, share: share(reader, fields.get('share') ?? node, fields.scalar('share')) }
}

function readExclusion(reader: Reader, node: YamlNode): Exclusion | null {
  const fields = reader.fields(
    node,
    'An exclusion',
    ['with', 'scope', 'resolve'],
    ['with', 'scope', 'resolve'],
  )
  const scope = fields.oneOf('scope', SCOPES)
  const resolve = readResolution(reader, fields)
  return scope && resolve && { with: fields.strings('with'), scope, resolve }
}

function readResolution(reader: Reader, fields: Fields): Exclusion['resolve'] | null {
  const node = fields.get('resolve')
  if (!reader.isMapping(node)) return fields.oneOf('resolve', RESOLUTIONS)
  const total = reader.fields(node, 'resolve', ['合计', '基数'], ['合计'])
  return { share: share(reader, total.get('合计') ?? node, total.scalar('合计')), base: total.source('基数') }
}

function readStack(reader: Reader, node: YamlNode): Programme['stack'] {
  if (none(node)) return null
  const fields = reader.fields(node, 'stack', ['group', 'cap'], ['group', 'cap'])
  const [group, capFen] = [fields.scalar('group'), money(reader, fields, 'cap')]
  return group === null || capFen === null ? null : { group, capFen }
}
