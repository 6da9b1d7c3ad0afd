import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../text/fold.js'
import { type ReadBulletin, readBulletin, readBulletinText } from './read-bulletin.js'
import { ISSUE, paged, RUNNING_HEAD } from './testing.js'

const plain = (text: string) => [...text.replaceAll(/\s/g, '')].map(fold).join('')
const INSERTED = ['\n', '\n\n', '\r\n', ' ', '　', '\f', '\n\n\n', '\u2028']

/** Whatever was inserted, the place of a fact holds its value. */
function pointsAtValue(text: string, { facts }: Pick<ReadBulletin, 'facts'>): void {
  const points = [...text]
  for (const fact of facts) {
    const there = plain(
      points
        .slice(fact.valueStart, fact.valueEnd)
        .join('')
        .replaceAll(/《示例[\s\S]*?决策\s*\d+\s/g, ''),
    )
    expect(there).toBe(plain(fact.valueText))
    expect(there).toMatch(/^[第前]?[\d一二两三四五六七八九十百千万亿零]/)
  }
}

test('breaks and spaces anywhere move no place', () => {
  const points = [...ISSUE]
  const insertion = fc.tuple(fc.nat(points.length), fc.constantFrom(...INSERTED))
  // Digits alone between two page breaks are a page number to any reader.
  const cutsNumber = (at: number) => /\d/.test(`${points[at - 1]}${points[at]}`)
  const fits = ([at, what]: [number, string]) => !(cutsNumber(at) && /\f|\n{3}/.test(what))
  fc.assert(
    fc.property(fc.uniqueArray(insertion, { maxLength: 60, selector: ([at]) => at }), (insertions) => {
      const out = [...points]
      for (const [at, what] of insertions.filter(fits).sort((a, b) => b[0] - a[0])) out.splice(at, 0, what)
      const text = out.join('')
      pointsAtValue(text, readBulletinText(text))
    }),
    { numRuns: 150 },
  )
})

test('pages of any width and length hold the same figures at their places', () => {
  const figures = readBulletinText(ISSUE).facts.map(({ value, unit }) => `${value} ${unit}`)
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 90 }), fc.integer({ min: 5, max: 40 }), (width, lines) => {
      const text = paged(ISSUE, width, lines)
      const read = readBulletinText(text)
      pointsAtValue(text, read)
      expect(read.facts.map(({ value, unit }) => `${value} ${unit}`)).toEqual(figures)
    }),
    { numRuns: 60 },
  )
})

test('characters beyond the basic plane count one', () => {
  const text = ISSUE.replace('依托高校', '依托𠮷𡃁大学').replace('对接活动', '“𠀀𠀁”对接活动')
  pointsAtValue(text, readBulletinText(text))
})

test('in whatever pieces a text arrives, the same is read', () => {
  const whole = readBulletinText(paged(ISSUE, 60, 20))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 }), (sizes) => {
      const text = paged(ISSUE, 60, 20)
      const facts: unknown[] = []
      const reader = readBulletin({
        article: () => {},
        fact: (fact, article) => void facts.push({ ...fact, article }),
      })
      for (let at = 0, i = 0; at < text.length; i += 1) {
        const size = sizes[i % sizes.length] ?? 1
        reader.push(text.slice(at, at + size))
        at += size
      }
      reader.end()
      expect(facts).toEqual(whole.facts)
    }),
    { numRuns: 20 },
  )
})

test('nothing that is no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const all = `湖南：示例\n${text}${RUNNING_HEAD}`
      pointsAtValue(all, readBulletinText(all))
    }),
    { numRuns: 100 },
  )
})
