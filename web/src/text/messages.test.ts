import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { fill } from './messages.js'
import { zh } from './zh.js'

const slots = (message: string) => [...message.matchAll(/\{[a-z]+\}/g)].map(([slot]) => slot).sort()

/** The keys of one area as its file writes them. */
function keysIn(lang: string, file: string): readonly string[] {
  const text = readFileSync(new URL(`./${lang}/${file}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^ {2}'?([^\s':]+)'?:/gm)].flatMap(([, key]) => key ?? [])
}

describe.each(['zh', 'en'])('the areas of %s', (lang) => {
  const keys = readdirSync(new URL(`./${lang}`, import.meta.url)).flatMap((file) => keysIn(lang, file))
  it('are all in the table, and say no key twice', () => {
    expect(keys.toSorted()).toEqual(Object.keys(zh).toSorted())
  })
})

describe('message tables', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })
  it.each(Object.entries(zh))('%s takes the same values in both languages', (key, message) => {
    const english = en[key as keyof typeof en]
    expect(new Set(slots(english))).toEqual(new Set(slots(message)))
  })
  it('has no Chinese in the English table, but for names and examples of what may be typed', () => {
    const allowed = new Set(['tool.language', 'companies.place.hint', 'imports.hint'])
    const stray = Object.entries(en).filter(([key, text]) => !allowed.has(key) && /[一-鿿]/.test(text))
    expect(stray).toEqual([])
  })
})

describe('fill', () => {
  it.each([
    ['共 {n} 项', { n: 3 }, '共 3 项'],
    ['{a}{b}', { a: 1 }, '1{b}'],
  ])('%s', (message, values, expected) => {
    expect(fill(message, values)).toBe(expected)
  })
})
