import type { Example } from '../rules/programme.js'
import type { Fields, Reader, YamlNode } from './reader.js'

const KEYS = ['name', 'on', 'reading', 'facts', 'records', 'unset', 'expect']
const EXPECT_KEYS = ['verdict', 'amount', 'points', 'grade', 'missing', 'judged']
const VERDICTS = ['yes', 'no', 'unknown'] as const

/** A worked case of a programme, with what must come out. `given` are the facts common to all of them. */
export function readExample(
  reader: Reader,
  node: YamlNode,
  given: Readonly<Record<string, string>>,
): Example | null {
  const fields = reader.fields(node, 'An example', KEYS, ['name', 'on', 'expect'])
  const [name, on] = [fields.scalar('name'), fields.scalar('on')]
  const expect = readExpectation(reader, fields)
  if (name === null || on === null || !expect) return null
  const facts: Record<string, string> = { ...given }
  for (const key of fields.strings('unset')) {
    if (!(key in facts))
      reader.refuse(fields.get('unset'), 'example.unset', `“${key}” is not among the given facts`)
    delete facts[key]
  }
  Object.assign(facts, readStrings(reader, fields.get('facts'), 'facts'))
  return {
    name,
    on,
    reading: fields.scalar('reading'),
    facts,
    records: readRecords(reader, fields),
    expect,
    at: reader.position(node),
  }
}

export function readStrings(reader: Reader, node: YamlNode, what: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, { value }] of reader.entries(node, what)) {
    const text = reader.scalar(value, key)
    if (text !== null) found[key] = text
  }
  return found
}

function readRecords(reader: Reader, fields: Fields): Example['records'] {
  if (!fields.has('records')) return null
  const found: Record<string, Record<string, string>[]> = {}
  for (const [name, { value }] of fields.entries('records')) {
    found[name] = reader.items(value, name).map((row) => readStrings(reader, row, name))
  }
  return found
}

function readExpectation(reader: Reader, fields: Fields): Example['expect'] | null {
  if (!fields.has('expect')) return null
  const expect = reader.fields(fields.get('expect'), 'expect', EXPECT_KEYS, ['verdict'])
  const verdict = expect.oneOf('verdict', VERDICTS)
  return (
    verdict && {
      verdict,
      amount: readSpan(expect, 'amount'),
      points: readSpan(expect, 'points'),
      grade: expect.scalar('grade'),
      missing: expect.has('missing') ? expect.strings('missing') : null,
      judged: expect.has('judged') ? expect.strings('judged') : null,
    }
  )
}

/** `100 万元`, or `30 万元..100 万元`. */
function readSpan(fields: Fields, key: string): readonly [string, string] | null {
  const text = fields.scalar(key)
  if (text === null) return null
  const [from = '', to = from] = text.split('..')
  return [from.trim(), to.trim()]
}
