import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { fill } from './messages.js'
import { zh } from './zh.js'

const slots = (message: string) => [...message.matchAll(/\{[a-z]+\}/g)].map(([slot]) => slot).sort()

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
