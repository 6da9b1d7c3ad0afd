import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dictionary } from './dictionary.js'

test('numbers words as a map does, in whatever characters', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ maxLength: 2 }),
    fc.constantFrom('', '科惠', '科', '\u0000a'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.array(word), (words, others) => {
      const dictionary = new Dictionary()
      const map = new Map<string, number>()
      for (const each of words) {
        if (!map.has(each)) map.set(each, map.size)
        expect(dictionary.numberOf(each)).toBe(map.get(each))
      }
      for (const each of [...words, ...others]) expect(dictionary.find(each)).toBe(map.get(each))
      expect(dictionary.words).toEqual([...map.keys()])
      expect(new Dictionary(dictionary.words).find(words[0] ?? '')).toBe(map.get(words[0] ?? ''))
    }),
  )
})

test('grows to many words, none of which is lost', () => {
  const words = Array.from({ length: 50_000 }, (_, i) => `词${(i * 7919).toString(36)}`)
  const dictionary = new Dictionary(words)
  expect(dictionary.size).toBe(words.length)
  expect(words.every((word, i) => dictionary.find(word) === i)).toBe(true)
  expect(dictionary.find('词')).toBeUndefined()
})
