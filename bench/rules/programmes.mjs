import { condition, FACTS, payment, steps } from '../trace/programmes.mjs'
import { randomOf } from '../trace/random.mjs'

const DISTRICTS = FACTS.find((f) => f.name === 'district').options

/** The facts that a condition looks at. */
export function factsOf(c) {
  if (c.kind === 'any') return c.items.flatMap(factsOf)
  return c.kind === 'ratio' ? [c.part, c.whole] : [c.fact]
}

/**
 * Programmes as regions have them: most are of some districts, then four to six conditions, which they share, then an
 * amount. No fact stands in two conditions of one programme: three-valued SQL would leave open what intervals settle.
 */
export function programmesOf(seed, count) {
  const random = randomOf(seed)
  const drawn = new Map()
  while (drawn.size < 340) {
    const c = condition(random)
    const facts = factsOf(c)
    if (!facts.includes('district') && new Set(facts).size === facts.length) drawn.set(JSON.stringify(c), c)
  }
  const pool = [...drawn.values()]
  const programmes = Array.from({ length: count }, (_, i) => programmeOf(random, pool, i))
  const used = new Set(programmes.flatMap((p) => p.conditions.map((c) => JSON.stringify(c))))
  return { programmes, distinct: used.size }
}

function programmeOf(random, pool, i) {
  const taken = new Set()
  const free = (facts) => facts.every((f) => !taken.has(f))
  const take = (facts) => {
    for (const f of facts) taken.add(f)
  }
  const conditions = []
  if (random.chance(0.6))
    conditions.push({ kind: 'choice', fact: 'district', among: random.some(DISTRICTS, random.between(1, 6)) })
  const wanted = conditions.length + random.between(4, 6)
  while (conditions.length < wanted) {
    const c = random.pick(pool)
    if (!free(factsOf(c))) continue
    conditions.push(c)
    take(factsOf(c))
  }
  const items = []
  while (random.chance(0.5) && items.length < 3) {
    const item = steps(random, 30)
    if (!free([item.fact])) continue
    items.push(item)
    take([item.fact])
  }
  return {
    id: `bench.p${String(i).padStart(3, '0')}`,
    conditions,
    points: items.length === 3 ? { items, pass: random.pick([10, 20, 30]) } : null,
    pay: payment(random),
  }
}
