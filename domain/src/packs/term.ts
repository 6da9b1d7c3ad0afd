import type { Grade, Source, Step, Term } from '../rules/programme.js'
import { NO_NOTES, readItem, readNotes } from './item.js'
import { PAYERS } from './payers.js'
import type { Fields, Reader, YamlNode } from './reader.js'

const TERM_KEYS = [
  'of',
  'steps',
  'slices',
  'below',
  'best',
  'sum',
  'cap',
  'cases',
  'else',
  'judged',
  'label',
  'cite',
  'verified',
  'when',
  'payer',
  'evidence',
]
/** What a term is made of; `of` alone is an expression. */
const BODIES = ['steps', 'slices', 'best', 'sum', 'cases', 'judged'] as const

/** A bare expression, or a mapping such as `{of: …, steps: {…}}`. */
export function readTerm(reader: Reader, node: YamlNode, what: string): Term | null {
  if (!reader.isMapping(node)) {
    const of = reader.source(node, what)
    return of && { kind: 'expression', of, ...NO_NOTES, at: of.at, when: null, payer: null }
  }
  return termOf(reader, reader.fields(node, what, TERM_KEYS), what)
}

/** A term from the fields of a mapping. */
export function termOf(reader: Reader, fields: Fields, what: string): Term | null {
  const { node } = fields
  const given = BODIES.filter((key) => fields.has(key))
  if (given.length > 1 || (given.length === 0 && !fields.has('of'))) {
    reader.refuse(node, 'programme.term', `${what} is one of ${BODIES.join(', ')} or “of”`, {
      expected: '{of: 研发费用 * 10%}',
    })
    return null
  }
  const notes = {
    ...readNotes(reader, fields),
    at: reader.position(node),
    payer: fields.oneOf('payer', PAYERS),
    when: fields.has('when') ? readItem(reader, fields.get('when'), 'when') : null,
  }
  const body = readBody(reader, fields, given[0], what)
  return body && { ...notes, ...body }
}

type Body = Term extends infer T
  ? T extends Term
    ? Omit<T, 'label' | 'cite' | 'evidence' | 'at' | 'when' | 'payer'>
    : never
  : never

function readBody(
  reader: Reader,
  fields: Fields,
  kind: (typeof BODIES)[number] | undefined,
  what: string,
): Body | null {
  switch (kind) {
    case undefined: {
      const of = fields.source('of')
      return of && { kind: 'expression', of }
    }
    case 'judged': {
      const value = fields.source('judged')
      return value && { kind, value }
    }
    case 'best':
    case 'sum': {
      const terms = fields.items(kind).flatMap((item) => readTerm(reader, item, `A term of ${kind}`) ?? [])
      if (terms.length === 0)
        reader.refuse(fields.get(kind) ?? fields.node, 'programme.term', `“${kind}” lists at least one term`)
      return { kind, terms, cap: fields.source('cap') }
    }
    case 'cases':
      return { kind, cases: readCases(reader, fields), otherwise: fields.source('else') }
    case 'steps':
    case 'slices': {
      const of = fields.source('of')
      if (!of)
        reader.refuse(fields.node, 'yaml.missing', `${what} wants “of”: what is looked up`, {
          expected: 'of: 职工总数',
        })
      if (!of) return null
      if (kind === 'slices')
        return { kind, of, slices: readPairs(reader, fields, kind).map(([from, rate]) => ({ from, rate })) }
      return { kind, of, steps: readSteps(reader, fields, kind), below: fields.source('below') }
    }
  }
}

function readCases(reader: Reader, fields: Fields): (Term & { kind: 'cases' })['cases'] {
  return fields.items('cases').flatMap((node) => {
    const one = reader.fields(node, 'A case', ['when', 'give'], ['when', 'give'])
    const when = one.has('when') ? readItem(reader, one.get('when'), 'when') : null
    const give = one.source('give')
    return when && give ? [{ when, give }] : []
  })
}

/** The keys and values of a table, as expressions with their places. */
function readPairs(reader: Reader, fields: Fields, key: string): [Source, Source][] {
  const pairs = [...fields.entries(key)].flatMap(([, { key: from, value }]): [Source, Source][] => {
    const [left, right] = [reader.source(from, key), reader.source(value, key)]
    return left && right ? [[left, right]] : []
  })
  if (pairs.length === 0)
    reader.refuse(fields.get(key) ?? fields.node, 'programme.table', `“${key}” has at least one entry`)
  return pairs
}

const BOUNDS = ['达到', '不超过', '超过', '低于'] as const

export function readSteps(reader: Reader, fields: Fields, key: string): Step[] {
  return readPairs(reader, fields, key).map(([at, value]) => ({ ...boundOf(at), value }))
}

/** `超过 10%`; a bare value means 达到. */
function boundOf(source: Source): Pick<Step, 'at' | 'bound'> {
  const text = source.text.trimStart()
  const bound = BOUNDS.find((word) => text.startsWith(word))
  if (!bound) return { at: source, bound: '达到' }
  const rest = text.slice(bound.length).trimStart()
  return {
    bound,
    at: { text: rest, at: { ...source.at, column: source.at.column + source.text.length - rest.length } },
  }
}

/** `grade: {of: 得分, bands: {优秀: 达到 80 分}, below: 不合格}`. */
export function readGrade(reader: Reader, node: YamlNode): Grade | null {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'grade', ['of', 'bands', 'below'], ['of', 'bands', 'below'])
  const [of, below] = [fields.source('of'), fields.scalar('below')]
  const bands = [...fields.entries('bands')].flatMap(([name, { value }]) => {
    const from = reader.source(value, name)
    return from ? [{ name, from: { ...boundOf(from), value: from } }] : []
  })
  return of && below !== null ? { of, bands, below } : null
}
