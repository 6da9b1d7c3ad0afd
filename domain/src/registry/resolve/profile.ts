import { type Identifiers, identifiersOf } from './fields/identifiers.js'
import { type ValueForm, valueForms } from './fields/value-form.js'
import { type NameForm, nameForm } from './names/name-form.js'
import { type GivenValue, isNameField, type RecordId, type ResolveRecord } from './record.js'

/** A record read once, for comparing it with many. */
export interface Profile {
  readonly id: RecordId
  readonly names: readonly NameForm[]
  readonly values: ReadonlyMap<string, readonly ValueForm[]>
  readonly identifiers: Identifiers
}

const MOST_NAMES = 20

export function profileOf({ id, fields }: ResolveRecord): Profile {
  const names = new Map<string, NameForm>()
  const values = new Map<string, readonly ValueForm[]>()
  for (const [field, given] of fields) {
    if (isNameField(field)) {
      for (const written of textsOf(given)) addName(names, written)
      continue
    }
    const forms = valueForms(given)
    if (forms.length > 0) values.set(field, forms)
  }
  return { id, names: [...names.values()].slice(0, MOST_NAMES), values, identifiers: identifiersOf(fields) }
}

function textsOf(given: GivenValue): string[] {
  const values = Array.isArray(given) ? given : [given]
  return values.flatMap((v) => (v === null || typeof v === 'boolean' ? [] : [String(v)]))
}

/** `青岛农村商业银行（简称：青岛农商银行）` and `甲公司（原乙公司）` give two names. */
function addName(names: Map<string, NameForm>, written: string): void {
  const form = nameForm(written)
  if (form.letters === '') return
  if (!names.has(form.letters)) names.set(form.letters, form)
  const other = /[（(](?:简称|原名?|曾用名)[:：]?\s*([^()（）]{2,60})[)）]/.exec(written)?.[1]
  if (other !== undefined) addName(names, other)
}

/** Whether there is anything to compare. */
export function isBlank({ names, values, identifiers }: Profile): boolean {
  return names.length === 0 && values.size === 0 && identifiers.size === 0
}
