import { describe, expect, it } from 'vitest'
import { splitQuantity, unitsOf } from './fact-input.js'

describe('splitQuantity', () => {
  it.each([
    ['520 万元', '元', ['520', '万元']],
    ['5200000 元', '元', ['5200000', '元']],
    ['1.2 亿元', '元', ['1.2', '亿元']],
    ['', '元', ['', '万元']],
    ['80 人', '人', ['80', '人']],
    ['5.3%', '%', ['5.3', '%']],
    ['80', '人', ['80', '人']],
  ] as const)('%s in %s', (text, unit, parts) => {
    expect(splitQuantity(text, unit)).toEqual(parts)
  })
  it('offers 万元 first for money, and only the declared unit otherwise', () => {
    expect(unitsOf('元')[0]).toBe('万元')
    expect(unitsOf('人')).toEqual(['人'])
  })
})
