import type { Rounding } from '../rules/form.js'
import type { Pay, Term } from '../rules/programme.js'
import * as q from '../shared/rational.js'
import type { Fields, Reader, YamlNode } from './reader.js'
import { readTerm, termOf } from './term.js'

const BODY_KEYS = ['of', 'steps', 'slices', 'below', 'best', 'cases', 'else']
const PAY_KEYS = [...BODY_KEYS, 'lines', 'sum', 'cap', 'bound', 'per', 'round']
const SCOPES = [
  'project',
  'enterprise',
  'enterprise-year',
  'contract',
  'loan',
  'incubatee',
  'person',
  'year',
] as const
const ROUND_UNITS: Readonly<Record<string, bigint>> = {
  分: 1n,
  角: 10n,
  元: 100n,
  百元: 10000n,
  千元: 100000n,
  万元: 1000000n,
}

export function readPay(reader: Reader, node: YamlNode): Pay | null {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'pay', PAY_KEYS, ['round'])
  const bound = fields.oneOf('bound', ['upper', 'exact'])
  return {
    lines: readLines(reader, fields, node),
    caps: readCaps(reader, fields),
    upper: bound === 'upper',
    per: fields.oneOf('per', SCOPES),
    round: readRound(reader, fields),
    at: reader.position(node),
  }
}

function readLines(reader: Reader, fields: Fields, node: YamlNode): Term[] {
  const given = ['lines', 'sum', 'best', 'of'].filter((key) => fields.has(key))
  const direct = given.length === 0 && fields.has('cases') ? ['cases'] : given
  if (direct.length !== 1) {
    reader.refuse(node, 'programme.pay', '“pay” is one of “lines”, “sum”, “best” and “of”', {
      expected: 'lines: [{label: …, of: 20 万元}]',
    })
    return []
  }
  const [kind] = direct
  if (kind === 'lines' || kind === 'sum') {
    const terms = fields.items(kind).flatMap((item) => readTerm(reader, item, 'A line of “pay”') ?? [])
    if (terms.length === 0)
      reader.refuse(fields.get(kind) ?? node, 'programme.pay', `“${kind}” lists at least one term`)
    return terms
  }
  const line = termOf(reader, fields.only(BODY_KEYS), 'pay')
  return line ? [line] : []
}

/** `cap: 100 万元`, or one for each scope. */
function readCaps(reader: Reader, fields: Fields): Pay['caps'] {
  const node = fields.get('cap')
  if (!reader.isMapping(node)) {
    const of = fields.source('cap')
    return of ? [{ scope: null, of }] : []
  }
  return [...reader.entries(node, 'cap', SCOPES)].flatMap(([scope, { value }]) => {
    const of = reader.source(value, 'cap')
    return of ? [{ scope, of }] : []
  })
}

/** `round: 元 down`, said once for every amount. */
function readRound(reader: Reader, fields: Fields): Pay['round'] {
  const text = fields.scalar('round') ?? ''
  const [unit = '', mode = 'down', ...more] = text.split(/\s+/)
  const step = Object.hasOwn(ROUND_UNITS, unit) ? ROUND_UNITS[unit] : undefined
  const modes: readonly Rounding[] = ['down', 'nearest', 'up']
  const found = modes.find((m) => m === mode)
  if (fields.has('round') && (step === undefined || !found || more.length > 0)) {
    reader.refuse(fields.get('round'), 'programme.round', `“${text}” is no rounding`, {
      expected: `${Object.keys(ROUND_UNITS).join(', ')} with down, nearest or up`,
    })
  }
  return { step: q.rational(step ?? 100n), mode: found ?? 'down', text }
}
