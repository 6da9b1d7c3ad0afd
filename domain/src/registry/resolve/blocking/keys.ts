import { valueKey } from '../fields/value-form.js'
import type { NameForm } from '../names/name-form.js'
import type { Profile } from '../profile.js'

/** Letters further apart than these make no pair. */
const FARTHEST = 10
/** Names with more letters are indexed by neighbouring letters only. */
const LONGEST_ABBREVIATED = 18
const MOST_KEYS = 300
const PREFIX = 4

/**
 * What two records must share to be compared at all: an identifier, a code, a word of a name, or two letters of
 * a name in their order, whatever stands between: 华瓷 of 华联瓷业. Records without a name share words of texts.
 */
export function blockingKeys(profile: Profile): string[] {
  const keys = new Set<string>()
  for (const [scheme, codes] of profile.identifiers) for (const code of codes) keys.add(`${scheme}:${code}`)
  for (const [field, values] of profile.values)
    for (const value of values) if (value.type !== 'text') keys.add(`${field}:${valueKey(value)}`)
  for (const name of profile.names) addNameKeys(keys, name)
  if (profile.names.length === 0)
    for (const values of profile.values.values())
      for (const value of values)
        if (value.type === 'text') for (const token of value.words.tokens.keys()) keys.add(token)
  return [...keys].slice(0, MOST_KEYS)
}

function addNameKeys(keys: Set<string>, { company, work, letters }: NameForm): void {
  for (const token of work.tokens.keys()) {
    keys.add(token)
    if (token.length > PREFIX) keys.add(token.slice(0, PREFIX))
  }
  const pairs = company.letters.length <= LONGEST_ABBREVIATED && !/[a-z]{3}/.test(company.letters)
  if (pairs) addPairs(keys, company.letters)
  if (letters.length === 1) keys.add(letters)
}

function addPairs(keys: Set<string>, letters: string): void {
  for (let i = 0; i < letters.length; i += 1)
    for (let j = i + 1; j < letters.length && j - i <= FARTHEST; j += 1)
      keys.add(letters.charAt(i) + letters.charAt(j))
}
