import { describe, expect, it } from 'vitest'
import { parseFacts } from '../rules/parse-facts.js'
import { loadPacks } from './load.js'
import { libraryOf, madePack } from './testing.js'

const UNITS = ['元', '美元', '人', '项', '家', '%', '分', '平方米', '年', '天', '元/家']
const name = (i: number) => `事实${i}`
const FACTS = `facts:\n${UNITS.map((unit, i) => `  ${name(i)}: {en: f${i}, of: enterprise, unit: "${unit}", range: 0 ${unit}..1000 ${unit}, period: 当前}`).join('\n')}\n`

function codesOf(condition: string): readonly string[] {
  const programme = `id: made.units\ntitle: 单位\naudience: enterprise\nmode: 备案\nbenefit: title\nvalid: unknown..\nsource: {document: 无, verified: none}\nneed: ["${condition}"]\n`
  const loaded = loadPacks(madePack(FACTS, programme))
  return loaded.ok ? [] : loaded.diagnostics.map((d) => d.code)
}

const PAIRS = UNITS.flatMap((a, i) => UNITS.map((b, j) => [a, b, name(i), name(j)] as const))

describe('units never mix', () => {
  it.each(PAIRS)('%s with %s', (a, b, left, right) => {
    const forms = [
      `${left} >= ${right}`,
      `${left} = ${right}`,
      `${left} + ${right} > 1 ${a}`,
      `${left} - ${right} > 1 ${a}`,
      `min(${left}, ${right}) > 1 ${a}`,
      `max(${left}, ${right}) <= 1 ${a}`,
      `(若 ${left} > 1 ${a} 则 ${left} 否则 ${right}) > 1 ${a}`,
      `${left} < 10 ${b}`,
      `10 ${b} < ${left}`,
      `${left} * 2 <= 10 ${b}`,
    ]
    for (const form of forms) {
      const codes = codesOf(form)
      if (a === b) expect([form, codes]).toEqual([form, []])
      else expect([form, codes]).toEqual([form, expect.arrayContaining(['expression.unit'])])
    }
  })

  it('money times money, and money over people, are no money', () => {
    expect(codesOf('事实0 * 事实0 > 1 元')).toContain('expression.unit')
    expect(codesOf('事实0 / 10 人 > 1 元')).toContain('expression.unit')
    expect(codesOf('事实0 / 10 家 > 1 元/家')).toEqual([])
    expect(codesOf('事实0 / 10 元 > 150%')).toEqual([])
    expect(codesOf('事实0 * 10% > 1 元')).toEqual([])
  })

  it('a bare number only multiplies or divides', () => {
    for (const wrong of ['事实0 > 1', '事实2 >= 0', '事实0 + 1 > 1 元', 'max(事实0, 0) > 1 元'])
      expect(codesOf(wrong)).not.toEqual([])
    for (const right of ['事实0 * 2 > 1 元', '事实0 / 2 > 1 元']) expect(codesOf(right)).toEqual([])
  })

  it.each(PAIRS)('a value in %s for a fact in %s', (a, b, _, fact) => {
    const library = libraryOf(madePack(FACTS, PROGRAMME))
    const read = parseFacts(library, { facts: { [fact]: `1 ${a}` } })
    expect(read.ok).toBe(a === b)
  })
})

const PROGRAMME =
  'id: made.one\ntitle: 一\naudience: enterprise\nmode: 备案\nbenefit: title\nvalid: unknown..\nsource: {document: 无, verified: none}\nneed: [事实0 > 1 元]\n'
