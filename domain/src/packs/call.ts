import type { Call } from '../rules/programme.js'
import { parseDay } from '../shared/day.js'
import { VERIFIED } from './item.js'
import type { Fields, Reader, YamlNode } from './reader.js'

const CALL_KEYS = [
  'title',
  'number',
  'year',
  'batch',
  'every',
  'reference',
  'windows',
  'quota',
  'materials',
  'departments',
  'promise',
  'link',
  'verified',
]
const MATERIALS = ['licence', 'generated', 'uploaded'] as const

/** An announcement that opens a programme for applications. */
export function readCall(reader: Reader, node: YamlNode): Call | null {
  const fields = reader.fields(node, 'A call', CALL_KEYS, ['title'])
  const title = fields.text('title')
  const windows = fields.items('windows').flatMap((w) => readWindow(reader, w) ?? [])
  const yearly = fields.oneOf('every', ['year']) === 'year'
  if (yearly) checkYearly(reader, fields, windows)
  return (
    title && {
      title,
      number: fields.scalar('number'),
      year: fields.whole('year'),
      batch: fields.scalar('batch'),
      yearly,
      reference: readDay(reader, fields, 'reference'),
      windows,
      quota: readQuota(reader, fields.get('quota')),
      materials: fields.items('materials').flatMap((m) => readMaterial(reader, m) ?? []),
      departments: fields.items('departments').flatMap((d) => readDepartment(reader, d) ?? []),
      promise: fields.whole('promise'),
      link: readLink(reader, fields),
      verified: fields.oneOf('verified', VERIFIED) ?? 'none',
    }
  )
}

/** What belongs to one year cannot return each year. */
function checkYearly(reader: Reader, fields: Fields, windows: Call['windows']): void {
  for (const key of ['number', 'year'] as const)
    if (fields.get(key) !== undefined)
      reader.refuse(fields.get(key), 'programme.yearly', `A call of every year has no ${key} of its own`, {
        suggestion: 'leave it out, or write the call of that year as one of its own, without every',
      })
  if (windows.length === 0 || windows.some(({ from, to }) => from === null || to === null))
    reader.refuse(
      fields.get('every'),
      'programme.yearly',
      'A call of every year needs both dates of its windows',
      {
        expected: 'from: 2026-03-01, to: 2026-04-30, the first round',
      },
    )
}

export function readDay(reader: Reader, fields: Fields, key: string): number | null {
  const text = fields.scalar(key)
  if (text === null) return null
  const day = parseDay(text)
  if (day === undefined)
    reader.refuse(fields.get(key), 'yaml.date', `“${text}” is no date`, { expected: '2026-03-01' })
  return day ?? null
}

/** An address that a browser may open: nothing but http and https. */
export function readLink(reader: Reader, fields: Fields, key = 'link'): string | null {
  const text = fields.scalar(key)
  if (text === null || /^https?:\/\/[^\s"'<>]+$/.test(text)) return text
  reader.refuse(fields.get(key), 'yaml.link', `“${text}” is no web address`, { expected: 'https://…' })
  return null
}

function readWindow(reader: Reader, node: YamlNode): Call['windows'][number] | null {
  const fields = reader.fields(node, 'A window', ['step', 'from', 'to'], ['step'])
  const step = fields.text('step')
  const [from, to] = [readDay(reader, fields, 'from'), readDay(reader, fields, 'to')]
  if (from !== null && to !== null && to < from)
    reader.refuse(node, 'programme.window', 'The window closes before it opens')
  return step && { step, from, to }
}

function readQuota(reader: Reader, node: YamlNode): Call['quota'] {
  if (node === null || node === undefined) return null
  const fields = reader.fields(node, 'A quota', ['each', 'by'], ['each'])
  const each = fields.scalar('each')
  return each === null ? null : { each, by: fields.text('by') }
}

function readMaterial(reader: Reader, node: YamlNode): Call['materials'][number] | null {
  const fields = reader.fields(node, 'A paper', ['name', 'kind', 'seal'], ['name', 'kind'])
  const [name, kind] = [fields.text('name'), fields.oneOf('kind', MATERIALS)]
  return name && kind && { name, kind, seal: fields.yesNo('seal') ?? false }
}

function readDepartment(reader: Reader, node: YamlNode): Call['departments'][number] | null {
  const fields = reader.fields(node, 'A department', ['level', 'name', 'phone'], ['level', 'name'])
  const [level, name] = [fields.scalar('level'), fields.text('name')]
  return level !== null && name ? { level, name, phone: fields.scalar('phone') } : null
}
