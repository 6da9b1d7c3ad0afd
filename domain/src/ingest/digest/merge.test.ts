import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DigestSection } from './digest.js'
import { type EditedSection, mergeDraft, toEdited } from './merge.js'

const section = (heading: string, ...statements: [text: string, ...facts: string[]][]): DigestSection => ({
  heading,
  statements: statements.map(([text, ...facts]) => ({ text, facts, sources: [1] })),
})
const NEXT = [section('甲市', ['一。', 'r/0'], ['二。', 'r/1', 'r/2']), section('乙市', ['三。', 'r/3'])]

function reworded(sections: readonly EditedSection[], from: string, to: string): EditedSection[] {
  return sections.map((one) => ({
    ...one,
    statements: one.statements.map((old) => (old.text === from ? { ...old, text: to } : old)),
  }))
}
const texts = (sections: readonly EditedSection[]) =>
  sections.map(({ heading, statements }) => [heading, ...statements.map(({ text }) => text)])

describe('drafting anew', () => {
  test('changes nothing where nothing changed', () => {
    const edited = reworded(toEdited(NEXT), '二。', '改过的二。')
    expect(mergeDraft(edited, NEXT)).toEqual({
      sections: edited,
      summary: { added: 0, updated: 0, removed: 0, kept: 1, newer: 0 },
    })
  })

  test('follows the figures where nobody reworded, and shows the new words beside those of a person', () => {
    const edited = reworded(toEdited(NEXT), '二。', '改过的二。')
    const next = [section('甲市', ['新一。', 'r/0'], ['新二。', 'r/1']), section('乙市', ['三。', 'r/3'])]
    const { sections, summary } = mergeDraft(edited, next)
    expect(texts(sections)).toEqual([
      ['甲市', '新一。', '改过的二。'],
      ['乙市', '三。'],
    ])
    expect(sections[0]?.statements[1]).toMatchObject({ newer: '新二。', drafted: '新二。', facts: ['r/1'] })
    expect(summary).toEqual({ added: 0, updated: 1, removed: 0, kept: 1, newer: 1 })
    // Drafted once more, the new words that nobody has taken are still there.
    expect(mergeDraft(sections, next).sections[0]?.statements[1]?.newer).toBe('新二。')
  })

  test('keeps order, headings, and what was left out; puts what is new last in its section', () => {
    const [first, second] = toEdited(NEXT)
    if (!first || !second) throw new Error('two sections')
    const edited = [
      second,
      {
        ...first,
        heading: '甲市近况',
        statements: [...first.statements].reverse().map((one) => ({ ...one, out: true })),
      },
    ]
    const next = [section('甲市', ['零。', 'r/9'], ['一。', 'r/0'], ['二。', 'r/1', 'r/2']), ...NEXT.slice(1)]
    const { sections, summary } = mergeDraft(edited, [...next, section('丙市', ['四。', 'q/0'])])
    expect(texts(sections)).toEqual([
      ['乙市', '三。'],
      ['甲市近况', '二。', '一。', '零。'],
      ['丙市', '四。'],
    ])
    expect(sections[1]?.statements.map(({ out }) => out)).toEqual([true, true, false])
    expect(summary.added).toBe(2)
  })

  test('takes away what is no longer chosen, but no word of a person', () => {
    const edited = reworded(toEdited(NEXT), '三。', '改过的三。')
    const { sections, summary } = mergeDraft(edited, [section('甲市', ['二。', 'r/1', 'r/2'])])
    expect(texts(sections)).toEqual([
      ['甲市', '二。'],
      ['乙市', '改过的三。'],
    ])
    expect(sections[1]?.statements[0]?.gone).toBe(true)
    expect(summary).toEqual({ added: 0, updated: 0, removed: 1, kept: 1, newer: 0 })
    expect(texts(mergeDraft(toEdited(NEXT), NEXT.slice(0, 1)).sections)).toEqual([['甲市', '一。', '二。']])
  })

  test('whatever was chosen before, every figure chosen now is there once, and no reworded statement is lost', () => {
    const fact = fc.integer({ min: 0, max: 12 })
    const draft = fc
      .uniqueArray(fact, { maxLength: 13 })
      .map((facts) =>
        ['甲市', '乙市'].map((heading, i) =>
          section(
            heading,
            ...facts.filter((n) => n % 2 === i).map((n): [string, string] => [`第${n}句。`, `r/${n}`]),
          ),
        ),
      )
    fc.assert(
      fc.property(draft, draft, fc.uniqueArray(fact), (before, after, edits) => {
        const words = new Set(edits.map((n) => `第${n}句。`))
        const edited = toEdited(before).map((one) => ({
          ...one,
          statements: one.statements.map((old) =>
            words.has(old.text) ? { ...old, text: `改过的${old.text}` } : old,
          ),
        }))
        const { sections } = mergeDraft(edited, after)
        const all = sections.flatMap(({ statements }) => statements)
        const wanted = after.flatMap(({ statements }) => statements.flatMap(({ facts }) => facts))
        const held = all.filter(({ gone }) => !gone).flatMap(({ facts }) => facts)
        expect([...held].sort()).toEqual([...wanted].sort())
        for (const old of edited.flatMap(({ statements }) => statements))
          if (old.text !== old.drafted) expect(all.map(({ text }) => text)).toContain(old.text)
      }),
    )
  })
})
