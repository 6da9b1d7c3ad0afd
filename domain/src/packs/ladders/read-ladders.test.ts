import { describe, expect, test } from 'vitest'
import { loadPacks } from '../load.js'
import { libraryOf, madePack, packFiles, packIds } from '../testing.js'
import { FACTS } from '../testing-programme.js'

const FACT = FACTS.replace(
  '\n',
  `
  甲称号: {en: title_a, of: enterprise, type: yes-no}
  乙称号: {en: title_b, of: enterprise, type: yes-no}
`,
)

function problemsOf(name: string, text: string): string[] {
  const loaded = loadPacks([...madePack(FACT), { path: `made/${name}`, text }])
  return loaded.ok ? [] : loaded.diagnostics.map(({ line, code, message }) => `${line} ${code} ${message}`)
}

const ladder = (steps: string) => `ladders:
  - id: l
    title: 梯次
    cite: {document: 办法, article: 第一条}
    steps:
${steps}
`

describe('ladders', () => {
  test('the shipped ones run from the bottom to the top', () => {
    const { ladders } = libraryOf(packFiles(...packIds()))
    expect([...ladders.values()].map(({ steps }) => steps.map(({ id }) => id))).toEqual([
      ['granted-rights', 'tech-sme', 'high-tech', 'gazelle', 'unicorn', 'listed'],
      ['innovative', 'specialised', 'little-giant', 'champion'],
    ])
  })

  test('steps stand after those that lead to them, however they are written', () => {
    const text = ladder(
      '      - {id: b, title: 乙, held: [乙称号], after: [a]}\n      - {id: a, title: 甲, held: [甲称号]}',
    )
    const { ladders } = libraryOf([...madePack(FACT), { path: 'made/ladders.yaml', text }])
    expect(ladders.get('l')?.steps.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test.each([
    [
      'a circle',
      '      - {id: a, title: 甲, held: [甲称号], after: [b]}\n      - {id: b, title: 乙, held: [乙称号], after: [a]}',
      /ladder\.circular.*a → b → a|ladder\.circular.*b → a → b/,
    ],
    ['an unknown step', '      - {id: a, title: 甲, held: [甲称号], after: [c]}', /6 ladder\.after .*“c”/],
    ['an unknown fact', '      - {id: a, title: 甲, held: [甲称]}', /6 ladder\.held .*“甲称”/],
    ['a title that nobody grants', '      - {id: a, title: 甲, grants: [丙]}', /6 ladder\.grants .*“丙”/],
    ['nothing to know it by', '      - {id: a, title: 甲}', /6 ladder\.unknowable/],
    [
      'two steps of one id',
      '      - {id: a, title: 甲, held: [甲称号]}\n      - {id: a, title: 乙, held: [乙称号]}',
      /7 ladder\.step-twice/,
    ],
  ])('%s is refused with its line', (_, steps, told) => {
    expect(problemsOf('ladders.yaml', ladder(steps)).join('\n')).toMatch(told)
  })

  test('a ladder without its document is refused', () => {
    const text = ladder('      - {id: a, title: 甲, held: [甲称号]}').replace(/cite: .*/, 'cite: 第一条')
    expect(problemsOf('ladders.yaml', text).join('\n')).toContain('ladder.cite')
  })
})

const chain = (products: string) => `chains:
  - id: c
    title: 链
    parts:
      - title: 段
        products: [${products}]
`

describe('chains', () => {
  test('the shipped ones load', () => {
    const { chains } = libraryOf(packFiles(...packIds()))
    expect(chains.map(({ id }) => id)).toEqual([
      'demo.smart-sensing',
      'demo.biomedicine',
      'demo.low-altitude',
    ])
  })

  test.each([
    ['a material that is not there', '{name: 甲, made-with: [乙]}', /6 chain\.product .*“乙”/],
    ['a kind that is not there', '{name: 甲, kind-of: 乙}', /6 chain\.product .*“乙”/],
    ['kinds in a circle', '{name: 甲, kind-of: 乙}, {name: 乙, kind-of: 甲}', /chain\.circular/],
    ['a product twice', '甲, 甲', /6 chain\.product-twice/],
    ['what is made with itself', '{name: 甲, made-with: [甲]}', /6 chain\.self/],
  ])('%s is refused with its line', (_, products, told) => {
    expect(problemsOf('chains.yaml', chain(products)).join('\n')).toMatch(told)
  })
})
