import type { ValueRarity } from './fields/compare-values.js'
import { valueKey } from './fields/value-form.js'
import type { Rarity } from './names/work.js'
import type { Profile } from './profile.js'

/**
 * How rare words and values are among the records compared. It moves a score within bounds and no further: a word
 * counts half to one and a half times, an equal value a tenth to once. Names of organisations with Han characters
 * and of people do not depend on it at all.
 */
export interface Corpus {
  readonly words: Rarity
  readonly values: ValueRarity
}

export const WORD_BOUNDS = [0.5, 1.5] as const
export const VALUE_BOUNDS = [0.1, 1] as const

/** Nothing is known of how frequent anything is. */
export const NO_CORPUS: Corpus = { words: () => 1, values: () => 1 }

export function corpusOf(profiles: Iterable<Profile>): Corpus {
  const words = new Map<string, number>()
  const values = new Map<string, number>()
  let records = 0
  for (const profile of profiles) {
    records += 1
    for (const word of wordsOfProfile(profile)) words.set(word, (words.get(word) ?? 0) + 1)
    for (const value of valuesOfProfile(profile)) values.set(value, (values.get(value) ?? 0) + 1)
  }
  return {
    words: (word) => between(WORD_BOUNDS, rarity(words.get(word) ?? 1, records)),
    values: (field, key) => between(VALUE_BOUNDS, rarity(values.get(`${field}:${key}`) ?? 1, records)),
  }
}

/** 1 for what one record in the corpus has, 0 for what all have. */
function rarity(count: number, records: number): number {
  return records < 2 ? 1 : 1 - Math.log(count) / Math.log(Math.max(records, count))
}

function between([least, most]: readonly [number, number], share: number): number {
  return least + (most - least) * share
}

function wordsOfProfile({ names, values }: Profile): Set<string> {
  const words = new Set<string>()
  for (const { work } of names) for (const token of work.tokens.keys()) words.add(token)
  for (const forms of values.values())
    for (const form of forms)
      if (form.type === 'text') for (const token of form.words.tokens.keys()) words.add(token)
  return words
}

function valuesOfProfile({ values }: Profile): Set<string> {
  const keys = new Set<string>()
  for (const [field, forms] of values) for (const form of forms) keys.add(`${field}:${valueKey(form)}`)
  return keys
}
