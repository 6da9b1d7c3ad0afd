import { readIdentifier } from '../../identifiers/index.js'
import type { GivenValue } from '../record.js'

/** Kinds of identifier that nobody else has, told by their form and their check character, whatever the field. */
export const SCHEMES = ['credit-code', 'orcid', 'patent-number', 'doi'] as const
export type Scheme = (typeof SCHEMES)[number]

export type Identifiers = ReadonlyMap<Scheme, ReadonlySet<string>>

/** Codes of somebody else: the employer of a person, the owner of a patent. */
const OF_ANOTHER =
  /employer|owner|holder|applicant|assignee|parent|organi[sz]ation|affiliat|单位|申请人|权利人|持有人|所属|依托|母公司|股东/i
const LONGEST = 200

export function identifiersOf(fields: ReadonlyMap<string, GivenValue>): Identifiers {
  const all = new Map<Scheme, Set<string>>()
  for (const [field, given] of fields) {
    if (OF_ANOTHER.test(field)) continue
    for (const value of Array.isArray(given) ? given : [given]) {
      const identifier = typeof value === 'string' && value.length <= LONGEST ? found(value) : undefined
      if (!identifier) continue
      const codes = all.get(identifier.scheme)
      if (codes) codes.add(identifier.code)
      else all.set(identifier.scheme, new Set([identifier.code]))
    }
  }
  return all
}

/** What a value must look like before its check character is computed: one number in eleven has a right one. */
const LOOKS_LIKE: Readonly<Record<Scheme, RegExp>> = {
  'credit-code': /^[0-9a-z\s-]{18,30}$/i,
  orcid: /^(https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dx]$/i,
  'patent-number': /^(zl|cn)[\d.]+[a-z]?\d?$|^\d{8,12}\.[\dx]$/i,
  doi: /^(https?:\/\/(dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i,
}

function found(given: string): { scheme: Scheme; code: string } | undefined {
  const text = given.normalize('NFKC').trim()
  if (!/\d/.test(text)) return undefined
  for (const scheme of SCHEMES) {
    if (!LOOKS_LIKE[scheme].test(text)) continue
    const reading = readIdentifier(
      scheme,
      scheme === 'doi' ? text.replace(/^https?:\/\/(dx\.)?doi\.org\//i, '') : text,
    )
    if (reading.ok) return { scheme, code: reading.code }
  }
  return undefined
}

export interface IdentifierFinding {
  readonly scheme: Scheme
  readonly agrees: boolean
  readonly left: string
  readonly right: string
}

/** What the identifiers of two records say: one that agrees settles it; one that differs speaks against. */
export function compareIdentifiers(a: Identifiers, b: Identifiers): IdentifierFinding | undefined {
  let differs: IdentifierFinding | undefined
  for (const [scheme, left] of a) {
    const right = b.get(scheme)
    if (!right) continue
    const shared = [...left].find((code) => right.has(code))
    if (shared !== undefined) return { scheme, agrees: true, left: shared, right: shared }
    differs ??= { scheme, agrees: false, left: [...left][0] ?? '', right: [...right][0] ?? '' }
  }
  return differs
}
