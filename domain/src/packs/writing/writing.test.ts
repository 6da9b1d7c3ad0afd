import { describe, expect, it } from 'vitest'
import { libraryOf, packFiles, packIds } from '../testing.js'
import { parametersOf } from './parameters.js'
import { wordsFor } from './words.js'

const files = packFiles(...packIds())
const library = libraryOf(files)

function textOf(id: string): string {
  const path = library.programmes.get(id)?.at.file
  return files.find((file) => file.path === path)?.text ?? ''
}

describe('the numbers of a programme that can be moved', () => {
  it.each([...library.programmes.keys()])('stand in the text of %s where they are said to', (id) => {
    const programme = library.programmes.get(id)
    if (!programme) throw new Error('It is in the library')
    const text = textOf(id)
    for (const { from, to, value, unit, min, max, step } of parametersOf(text, programme, 'zh')) {
      expect(Number(text.slice(from, to))).toBe(value)
      expect(text.slice(to).trimStart().startsWith(unit)).toBe(true)
      expect(min).toBeLessThanOrEqual(value)
      expect(max).toBeGreaterThanOrEqual(value)
      expect(step).toBeGreaterThan(0)
      expect(Number(step.toFixed(6))).toBe(step)
    }
  })

  it('are named, with a sensible reach', () => {
    const programme = library.programmes.get('demo.rd-subsidy')
    if (!programme) throw new Error('It ships')
    const found = parametersOf(textOf('demo.rd-subsidy'), programme, 'zh')
    expect(found.map(({ kind, label, value, unit }) => `${kind} ${label} ${value}${unit}`)).toEqual([
      'threshold 强度 0%',
      'threshold 研发费用不低于 50 万元 50万元',
      'threshold 研发强度不低于 3% 3%',
      'threshold 强度分档补助 · 强度 达到 3%',
      'amount 强度分档补助 · 达到 3% 5万元',
      'threshold 强度分档补助 · 强度 达到 5%',
      'amount 强度分档补助 · 达到 5% 15万元',
      'threshold 强度分档补助 · 强度 达到 8%',
      'amount 强度分档补助 · 达到 8% 30万元',
      'amount 强度分档补助 0元',
      'amount 增量补助 10%',
      'threshold 增量补助 10%',
      'cap 上限 100万元',
    ])
    expect(found[1]).toMatchObject({ min: 0, max: 200, step: 2 })
    expect(found[2]).toMatchObject({ max: 10, step: 0.1 })
  })
})

describe('the words for programmes of a pack', () => {
  const words = wordsFor(library, 'demo', 'zh')
  it('hold facts of the packs that it builds on, with what they mean', () => {
    expect(words.find(({ word }) => word === '职工总数')).toMatchObject({
      kind: 'fact',
      detail: expect.stringContaining('人'),
      info: expect.stringContaining('职工'),
    })
    expect(words.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['万元', 'growth', '若为零', 'need', '制造业', '技术合同']),
    )
  })
  it('leave out facts of other regions', () => {
    const names = new Set(words.filter(({ kind }) => kind === 'fact').map(({ word }) => word))
    const other = [...library.facts.values()].find(({ pack }) => pack === 'nanjing')
    expect(other && names.has(other.name)).toBe(false)
  })
})
