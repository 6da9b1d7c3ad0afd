import type { Text } from '../../shared/text.js'
import type { Field } from '../fields/index.js'
import { type Feed, fieldsOfFeed } from './feed.js'

/** A kind of resource: what is known of it, and what tells two of it apart. */
export interface Kind {
  /** `enterprise`; it stands in addresses and files and never changes. */
  readonly id: string
  readonly label: Text
  /** Whom programmes can be for: the audience of the same id; null where programmes are never for it. */
  readonly audience: string | null
  readonly fields: readonly Field[]
  /** The field with the official identifier that only one resource of the kind has; null without one. */
  readonly code: string | null
  /** The field that says where it is; null without one. */
  readonly place: string | null
  /** Two of one name are one resource: products and industries, but not persons. */
  readonly sameByName: boolean
  /** Facts older than this many months count less in its quality. */
  readonly freshForMonths: number
  /** Personal data: erased on request, never exported. */
  readonly personal: boolean
  /** What it says of its parties when programmes are evaluated. */
  readonly feeds: readonly Feed[]
}

export interface KindOptions {
  readonly audience?: boolean
  readonly code?: string
  readonly place?: string
  readonly sameByName?: boolean
  readonly freshForMonths?: number
  readonly personal?: boolean
  readonly feeds?: readonly Feed[]
}

/** Declares a kind; a mistake in its own file is found when it is loaded. */
export function kind(
  id: string,
  zh: string,
  en: string,
  options: KindOptions,
  fields: readonly Field[],
): Kind {
  const names = new Set(fields.map(({ name }) => name))
  const named = (name: string | undefined): string | null => {
    if (name !== undefined && !names.has(name)) throw new Error(`The kind ${id} has no field “${name}”`)
    return name ?? null
  }
  if (names.size < fields.length) throw new Error(`Two fields of the kind ${id} have one name`)
  if (!/^[a-z][a-z-]*$/.test(id)) throw new Error(`“${id}” is no id of a kind`)
  named('name')
  for (const feed of options.feeds ?? []) for (const name of fieldsOfFeed(feed)) named(name)
  return {
    id,
    label: { zh, en },
    audience: options.audience ? id : null,
    fields,
    code: named(options.code),
    place: named(options.place),
    sameByName: options.sameByName ?? false,
    freshForMonths: options.freshForMonths ?? 24,
    personal: options.personal ?? false,
    feeds: options.feeds ?? [],
  }
}

export function fieldOf(kind: Kind, name: string): Field | undefined {
  return fieldsByName(kind).get(name)
}

const byName = new WeakMap<Kind, ReadonlyMap<string, Field>>()

export function fieldsByName(kind: Kind): ReadonlyMap<string, Field> {
  const before = byName.get(kind)
  if (before) return before
  const map = new Map(kind.fields.map((field) => [field.name, field]))
  byName.set(kind, map)
  return map
}
