import { type Band, bandOf } from './bands.js'
import type { Corpus } from './corpus.js'
import { compareValues, type FieldComparison } from './fields/compare-values.js'
import { compareIdentifiers, type IdentifierFinding } from './fields/identifiers.js'
import { compareNames, type NameComparison, type NameKind } from './names/name-form.js'
import type { Profile } from './profile.js'

/** Why two records have their score; `points` are what each adds to its log odds. */
export type Reason =
  | ({ readonly about: 'identifier'; readonly points: number } & IdentifierFinding)
  | ({
      readonly about: 'name'
      readonly points: number
      readonly left: string
      readonly right: string
    } & NameComparison)
  | ({ readonly about: 'field' } & FieldComparison)
  | { readonly about: 'regions'; readonly points: number }

export interface Scored {
  /** 0 to 1, the same whichever record is left. */
  readonly score: number
  readonly band: Band
  /** What weighs most first. */
  readonly reasons: readonly Reason[]
}

/** Nothing without an identifier in common scores higher. */
export const HIGHEST_WITHOUT_IDENTIFIER = 0.985
/** Nothing with one scores lower. */
export const LOWEST_WITH_IDENTIFIER = 0.99
/** Two valid codes of one kind that differ are two things, whatever else is alike. */
const HIGHEST_WITH_OTHER_IDENTIFIER = 0.45
/** The odds before anything is compared, where there are no names. */
const WITHOUT_NAMES = -2.2
/** Without a name the other fields are all there is. */
const FIELDS_ALONE = 2
const REGIONS_DIFFER = -0.7
const IDENTIFIER_POINTS = 8

export function scoreOf(a: Profile, b: Profile, corpus: Corpus, kind?: NameKind): Scored {
  const name = bestNames(a, b, corpus, kind)
  const reasons: Reason[] = name ? [name] : []
  if (name?.regionsDiffer) reasons.push({ about: 'regions', points: REGIONS_DIFFER })
  for (const [field, values] of a.values) {
    const others = b.values.get(field)
    const compared = others && compareValues(field, values, others, corpus.words, corpus.values)
    if (!compared) continue
    const points = compared.points * (name || compared.points < 0 ? 1 : FIELDS_ALONE)
    reasons.push({ about: 'field', ...compared, points })
  }
  const odds = reasons.reduce((sum, r) => sum + r.points, name ? 0 : WITHOUT_NAMES)
  const identifier = compareIdentifiers(a.identifiers, b.identifiers)
  if (identifier)
    reasons.push({
      about: 'identifier',
      points: identifier.agrees ? IDENTIFIER_POINTS : -IDENTIFIER_POINTS / 2,
      ...identifier,
    })
  const score = bounded(sigmoid(odds), identifier)
  return {
    score,
    band: bandOf(score),
    reasons: reasons.sort((x, y) => Math.abs(y.points) - Math.abs(x.points)),
  }
}

function bounded(score: number, identifier: IdentifierFinding | undefined): number {
  if (identifier?.agrees) return LOWEST_WITH_IDENTIFIER + (1 - LOWEST_WITH_IDENTIFIER) * score
  return Math.min(score, identifier ? HIGHEST_WITH_OTHER_IDENTIFIER : HIGHEST_WITHOUT_IDENTIFIER)
}

/** The two names that are most alike, of all that the records go by. */
function bestNames(
  a: Profile,
  b: Profile,
  corpus: Corpus,
  kind: NameKind | undefined,
): Extract<Reason, { about: 'name' }> | undefined {
  let best: Extract<Reason, { about: 'name' }> | undefined
  for (const left of a.names)
    for (const right of b.names) {
      const compared = compareNames(left, right, corpus.words, kind)
      if (best && !isBetter(compared, best)) continue
      best = {
        about: 'name',
        points: logit(compared.alike),
        left: left.written,
        right: right.written,
        ...compared,
      }
    }
  return best
}

/** Of two pairs that are equally alike the one whose regions agree, so that the order of names does not matter. */
function isBetter(a: NameComparison, b: NameComparison): boolean {
  return a.alike > b.alike || (a.alike === b.alike && b.regionsDiffer && !a.regionsDiffer)
}

function logit(alike: number): number {
  const p = Math.min(0.995, Math.max(0.005, alike))
  return Math.log(p / (1 - p))
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
