import { type Static, Type } from 'typebox'
import { inLang, type Lang } from '../../shared/text.js'
import type { Change } from './change.js'
import { Part } from './part.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

/** What decided that an answer came out otherwise: a condition, a term, a limit. */
export const Reason = Type.Object({
  part: Part,
  what: Type.String(),
  /** What each version asked or gave; null where it had no such condition. */
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
  /** The company's own value. */
  actual: Nullable(Type.String()),
  clause: Nullable(Type.String()),
})
export type Reason = Static<typeof Reason>

/** The parts in which a condition or term can itself be written otherwise. */
const WRITTEN: readonly Change['part'][] = [
  'condition',
  'definition',
  'points',
  'pay',
  'cap',
  'requires',
  'standing',
  'place',
]

/** The change of the rule that touches one of these texts. */
export function changeAbout(
  changes: readonly Change[],
  ...texts: readonly (string | undefined)[]
): Change | undefined {
  const known = texts.filter((text) => text !== undefined && text !== '')
  return changes.find(
    ({ part, before, after, what }) =>
      WRITTEN.includes(part) &&
      known.some((text) =>
        [before, after, what].some((said) => said?.zh.includes(text ?? '') || said?.en?.includes(text ?? '')),
      ),
  )
}

/** The change of a definition or a fact that these texts name. */
export function changeOfName(changes: readonly Change[], texts: readonly string[]): Change | undefined {
  return changes.find(({ part, what }) => {
    const [, name] = what.zh.split(' › ')
    return (
      (part === 'definition' || part === 'fact') &&
      name !== undefined &&
      texts.some((text) => text.includes(name))
    )
  })
}

/** A change told as a reason: the one number where that is all, else both texts. */
export function reasonOf(change: Change, lang: Lang, actual: string | undefined): Reason {
  const { part, what, before, after, parameter, clause } = change
  return {
    part,
    what: inLang(what, lang),
    before: parameter?.before ?? (before && inLang(before, lang)),
    after: parameter?.after ?? (after && inLang(after, lang)),
    actual: actual ?? null,
    clause,
  }
}

export interface Likened {
  readonly text: string
  readonly label: string | undefined
  readonly cite: { readonly article?: string | undefined } | undefined
}

/** Pairs what two traces hold: by its label, by its text, then by its text around other numbers. */
export function paired<T extends Likened>(olds: readonly T[], news: readonly T[]): [T | null, T | null][] {
  const pairs: [T | null, T | null][] = []
  const [restOld, restNew] = [[...olds], [...news]]
  const bare = (text: string) => text.replace(/\d[\d,.]*\s*[万亿]?/g, '#')
  const tests: ((a: T, b: T) => boolean)[] = [
    (a, b) => a.text === b.text && a.label === b.label,
    (a, b) => a.label !== undefined && a.label === b.label,
    (a, b) => a.text === b.text,
    (a, b) => bare(a.text) === bare(b.text),
    (a, b) => a.cite?.article !== undefined && a.cite.article === b.cite?.article,
  ]
  for (const matches of tests)
    for (const old of [...restOld]) {
      const now = restNew.find((one) => matches(old, one))
      if (!now) continue
      pairs.push([old, now])
      restOld.splice(restOld.indexOf(old), 1)
      restNew.splice(restNew.indexOf(now), 1)
    }
  return [
    ...pairs,
    ...restOld.map((old): [T, null] => [old, null]),
    ...restNew.map((now): [null, T] => [null, now]),
  ]
}
