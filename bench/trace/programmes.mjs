import { randomOf } from './random.mjs'

/**
 * Programmes shaped like those of the packs: three to six conditions on a company's figures, titles, trade and place,
 * then an amount by share, by steps or flat, under a cap; every fifth is decided by a table of points.
 * They are neutral data, which `kehui.mjs` and `publicodes.mjs` write in either language.
 */
export const FACTS = [
  ...numbers('money', ['sales', 'assets', 'costs', 'rd', 'profit', 'tax', 'exports', 'loans', 'capital']),
  ...numbers('money', ['equipment', 'contracts', 'licences', 'training', 'rent', 'interest', 'guarantee']),
  ...numbers('people', ['staff', 'scientists', 'graduates', 'doctors', 'foreigners', 'disabled']),
  ...numbers('count', ['patents', 'inventions', 'software', 'standards', 'papers', 'projects', 'products']),
  ...numbers('count', ['awards', 'laboratories', 'incubatees', 'trademarks']),
  ...[
    'hightech',
    'techsme',
    'specialised',
    'giant',
    'listed',
    'resident',
    'exporter',
    'green',
    'digital',
  ].map((name) => ({ name, type: 'yes-no' })),
  ...['misconduct', 'accident', 'taxdebt', 'banned'].map((name) => ({ name, type: 'yes-no' })),
  { name: 'industry', type: 'choice', options: Array.from({ length: 20 }, (_, i) => `i${i}`) },
  { name: 'district', type: 'choice', options: Array.from({ length: 30 }, (_, i) => `d${i}`) },
]

function numbers(type, names) {
  return names.map((name) => ({ name, type }))
}

const named = (type) => FACTS.filter((f) => f.type === type).map((f) => f.name)
const MONEY = named('money')
const PEOPLE = named('people')
const COUNTS = named('count')
const YES_NO = named('yes-no')
const CHOICES = FACTS.filter((f) => f.type === 'choice')
const THRESHOLDS = {
  money: [50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10000, 20000, 40000],
  people: [3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000],
  count: [1, 2, 3, 5, 8, 10, 15, 20],
}

/** Condition: `compare`, `ratio`, `yes-no`, `choice` or `any` of two; money is in 万元. */
export function condition(random) {
  const roll = random.next()
  if (roll < 0.5) {
    const type = random.pick(['money', 'money', 'people', 'count'])
    const fact = random.pick({ money: MONEY, people: PEOPLE, count: COUNTS }[type])
    return {
      kind: 'compare',
      type,
      fact,
      relation: random.pick(['>=', '>=', '<=']),
      limit: random.pick(THRESHOLDS[type]),
    }
  }
  if (roll < 0.65) {
    const [part, whole] = random.chance(0.6) ? random.some(MONEY, 2) : random.some(PEOPLE, 2)
    return { kind: 'ratio', part, whole, limit: random.pick([2, 3, 4, 5, 6, 10, 15, 20, 30]) }
  }
  if (roll < 0.8) return { kind: 'yes-no', fact: random.pick(YES_NO), wanted: random.chance(0.7) }
  if (roll < 0.92) {
    const fact = random.pick(CHOICES)
    return { kind: 'choice', fact: fact.name, among: random.some(fact.options, random.between(1, 4)) }
  }
  return { kind: 'any', items: [condition(random), condition(random)] }
}

export function steps(random, most) {
  const type = random.pick(['money', 'people', 'count'])
  const fact = random.pick({ money: MONEY, people: PEOPLE, count: COUNTS }[type])
  const from = random.below(THRESHOLDS[type].length - 3)
  const limits = THRESHOLDS[type].slice(from, from + 3)
  return {
    kind: 'steps',
    type,
    fact,
    limits,
    values: limits.map((_, i) => Math.round((most * (i + 1)) / limits.length)),
  }
}

export function payment(random) {
  const cap = random.pick([20, 30, 50, 100, 200, 300, 500])
  const roll = random.next()
  const share = () => ({
    kind: 'share',
    fact: random.pick(MONEY),
    percent: random.pick([1, 2, 5, 10, 20, 30]),
  })
  if (roll < 0.3) return { lines: [{ kind: 'flat', amount: cap }], cap: null }
  if (roll < 0.6) return { lines: [share()], cap }
  if (roll < 0.75) return { lines: [share(), share()], cap }
  return { lines: [steps(random, cap)], cap: null }
}

function pointsOf(random) {
  return { items: [steps(random, 30), steps(random, 30), steps(random, 20)], pass: random.pick([40, 50, 60]) }
}

/** `count` programmes over a pool of conditions, as programmes of one region share many. */
export function programmesOf(seed, count) {
  const random = randomOf(seed)
  const drawn = new Map()
  while (drawn.size < 340) {
    const c = condition(random)
    drawn.set(JSON.stringify(c), c)
  }
  const pool = [...drawn.values()]
  const programmes = Array.from({ length: count }, (_, i) => ({
    id: `bench.p${String(i).padStart(3, '0')}`,
    conditions: random.some(pool, random.between(3, 6)),
    points: random.chance(0.2) ? pointsOf(random) : null,
    pay: payment(random),
  }))
  const used = new Set(programmes.flatMap((p) => p.conditions.map((c) => JSON.stringify(c))))
  return { programmes, distinct: used.size }
}
