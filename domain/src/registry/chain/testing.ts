import fc from 'fast-check'
import { buildGraph, type ChainGraph, type ChainRelation } from './graph.js'

/** A relation as `甲 -type-> 乙`, by names, which are ids as well; kinds come from the first letter. */
export const KINDS = { p: 'product', i: 'industry', c: 'enterprise', a: 'achievement', e: 'person' } as const

export function graphOf(
  names: readonly string[],
  relations: readonly (readonly [from: string, type: string, to: string, weight?: number])[],
): ChainGraph {
  const nodes = names.map((text) => {
    const [name = '', place] = text.split('@')
    const kind = KINDS[name.charAt(0) as keyof typeof KINDS] ?? 'product'
    return { id: name, kind, name, place: place ?? null, sample: false }
  })
  const given: ChainRelation[] = relations.map(([from, type, to, weight]) => ({
    from,
    type,
    to,
    weight: weight ?? null,
  }))
  return buildGraph(nodes, given)
}

/** Small graphs of every kind of node, with circles of materials but none of kinds. */
export const graphs = fc
  .record({
    products: fc.integer({ min: 1, max: 9 }),
    companies: fc.array(fc.constantFrom('@990102', '@110000', ''), { maxLength: 5 }),
    inputs: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }),
    kinds: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 8 }),
    makes: fc.array(fc.tuple(fc.nat(4), fc.nat(8)), { maxLength: 10 }),
  })
  .map(({ products, companies, inputs, kinds, makes }) => {
    const names = [
      ...Array.from({ length: products }, (_, i) => `p${i}`),
      ...companies.map((place, i) => `c${i}${place}`),
    ]
    return graphOf(names, [
      ...inputs.filter(([a, b]) => a !== b).map(([a, b]) => [`p${a}`, 'input-of', `p${b}`] as const),
      ...kinds.filter(([a, b]) => a > b).map(([a, b]) => [`p${a}`, 'kind-of', `p${b}`] as const),
      ...makes.map(([c, p]) => [`c${c}`, 'produces', `p${p}`] as const),
    ])
  })
