import type { Text } from '../../shared/text.js'
import { type Dimension, findUnit } from '../../shared/unit.js'
import type { CodeList } from '../codes/code-list.js'
import type { IdentifierName } from '../identifiers/index.js'

/** Who may see a field: everybody, staff of the bureau, or staff alone because it is about a person. */
export const VISIBILITIES = ['open', 'staff', 'personal'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const FIELD_TYPES = [
  'text',
  'list',
  'quantity',
  'yes-no',
  'choice',
  'place',
  'date',
  'year',
  'identifier',
  'reference',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** One thing that is known of a kind of resource, and how it is read, shown and guarded. */
export interface Field {
  /** English, as it stands in files and answers: `registeredOn`. */
  readonly name: string
  readonly label: Text
  readonly type: FieldType
  /** What tables call it, beside its label and its name. */
  readonly headers: readonly string[]
  readonly visibility: Visibility
  /** What it counts for in the completeness of a resource; 0 where its absence says nothing. */
  readonly weight: number
  /** A row without it is refused. */
  readonly required: boolean
  /** Quantities: the unit it is shown in, and what a bare number is in where that is never in doubt. */
  readonly unit: string | null
  readonly dimension: Dimension | null
  readonly codes: CodeList | null
  readonly identifier: IdentifierName | null
  /** References: the kind that is referred to. */
  readonly of: string | null
  /** The fact of programmes that its value is. */
  readonly fact: string | null
  /** The longest text that is taken, in characters. */
  readonly longest: number
}

export type FieldOptions = Partial<Omit<Field, 'name' | 'label' | 'type' | 'dimension'>>

const LONGEST = 1000

function field(
  type: FieldType,
  name: string,
  zh: string,
  en: string,
  options: FieldOptions & { dimension?: Dimension } = {},
): Field {
  return {
    name,
    label: { zh, en },
    type,
    headers: [],
    visibility: 'open',
    weight: 1,
    required: false,
    unit: null,
    dimension: null,
    codes: null,
    identifier: null,
    of: null,
    fact: null,
    longest: LONGEST,
    ...options,
  }
}

export function text(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('text', name, zh, en, options)
}

/** An abstract or a description. */
export function longText(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('text', name, zh, en, { longest: 20_000, ...options })
}

/** Several words: keywords, aliases. */
export function list(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('list', name, zh, en, options)
}

/** `unit` is one that the product knows: 人, 万元, %. */
export function quantity(
  name: string,
  zh: string,
  en: string,
  unit: string,
  options: FieldOptions = {},
): Field {
  const found = findUnit(unit)
  if (!found) throw new Error(`“${unit}”, the unit of the field ${name}, is not known`)
  return field('quantity', name, zh, en, { ...options, unit, dimension: found.dimension })
}

export function money(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return quantity(name, zh, en, '万元', options)
}

export function yesNo(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('yes-no', name, zh, en, options)
}

export function choice(
  name: string,
  zh: string,
  en: string,
  codes: CodeList,
  options: FieldOptions = {},
): Field {
  return field('choice', name, zh, en, { ...options, codes })
}

export function place(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('place', name, zh, en, options)
}

export function date(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('date', name, zh, en, options)
}

export function year(name: string, zh: string, en: string, options: FieldOptions = {}): Field {
  return field('year', name, zh, en, options)
}

export function identifier(
  name: string,
  zh: string,
  en: string,
  is: IdentifierName,
  options: FieldOptions = {},
): Field {
  return field('identifier', name, zh, en, { ...options, identifier: is })
}

/** Another resource, by its identifier or its name. */
export function reference(
  name: string,
  zh: string,
  en: string,
  of: string,
  options: FieldOptions = {},
): Field {
  return field('reference', name, zh, en, { ...options, of })
}
