import type { Text } from '../../shared/text.js'

/** A value as a file gives it: text, number, yes or no, several of these, or nothing. */
export type GivenValue = string | number | boolean | null | readonly (string | number | boolean | null)[]

/** As the file has it: a text or a number. */
export type RecordId = string | number

/** What is compared: `id` names the record and says nothing about it. */
export interface ResolveRecord {
  readonly id: RecordId
  readonly fields: ReadonlyMap<string, GivenValue>
}

export type RecordReading =
  | { readonly ok: true; readonly record: ResolveRecord }
  | { readonly ok: false; readonly field: string | null; readonly problem: Text }

/** Longer than any name or description; what is longer is a document or a mistake. */
export const LONGEST_VALUE = 20_000
export const LONGEST_NAME = 1_000
export const MOST_FIELDS = 200

/** Reads one record of a file. */
export function readRecord(given: unknown): RecordReading {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse(
      null,
      '应为一个对象，如 {"id": "1", "name": "…"}',
      'should be an object such as {"id": "1", "name": "…"}',
    )
  const entries = Object.entries(given)
  const { id } = given as { id?: unknown }
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id).trim() === '')
    return refuse(
      'id',
      '缺少 id：每条记录需要一个编号（文字或数字）',
      'has no id; give each record one, a text or a number',
    )
  if (String(id).length > LONGEST_NAME) return tooLong('id', String(id).length, LONGEST_NAME)
  if (entries.length > MOST_FIELDS)
    return refuse(
      null,
      `有 ${entries.length} 个字段，最多 ${MOST_FIELDS} 个`,
      `has ${entries.length} fields; at most ${MOST_FIELDS} are compared`,
    )
  const fields = new Map<string, GivenValue>()
  for (const [field, value] of entries) {
    if (field === 'id') continue
    const refused = refusalOf(field, value)
    if (refused) return refused
    fields.set(field, value as GivenValue)
  }
  return { ok: true, record: { id, fields } }
}

function refusalOf(field: string, value: unknown): RecordReading | undefined {
  const values = Array.isArray(value) ? value : [value]
  for (const one of values) {
    if (one !== null && !['string', 'number', 'boolean'].includes(typeof one))
      return refuse(
        field,
        '不能比较对象：请给出文字、数字、是否，或它们的列表',
        'holds an object, which cannot be compared; give a text, a number, true or false, or a list of these',
      )
    const longest = isNameField(field) ? LONGEST_NAME : LONGEST_VALUE
    if (typeof one === 'string' && one.length > longest) return tooLong(field, one.length, longest)
  }
  if (values.length > MOST_FIELDS)
    return refuse(
      field,
      `有 ${values.length} 个值，最多 ${MOST_FIELDS} 个`,
      `has ${values.length} values; at most ${MOST_FIELDS} are compared`,
    )
  return undefined
}

function tooLong(field: string, length: number, longest: number): RecordReading {
  return refuse(
    field,
    `有 ${length} 个字符，最多 ${longest} 个`,
    `is ${length} characters long; at most ${longest} are read`,
  )
}

function refuse(field: string | null, zh: string, en: string): RecordReading {
  return { ok: false, field, problem: { zh, en } }
}

const NAME_FIELDS: ReadonlySet<string> = new Set(
  'name names short shortname shortnames alias aliases formername formernames englishname 名称 姓名 简称 别名 曾用名 英文名称'.split(
    ' ',
  ),
)

/** Names that a record goes by: any of one record is compared with any of the other. */
export function isNameField(field: string): boolean {
  return NAME_FIELDS.has(field.toLowerCase().replaceAll(/[\s_-]/g, ''))
}
