import { FACTS } from '../trace/programmes.mjs'

const FACTOR = { money: 1_000_000, people: 1, count: 1 }
const OPTIONS = new Map(FACTS.filter((f) => f.options).map((f) => [f.name, f.options]))

/**
 * A loop for each programme as one writes it by hand for columns of which all is known: no nulls, money as doubles,
 * conditions in the order in which they stand. Made from text, which nothing of the product does.
 */
export function loopsOf(programmes, columns, rows) {
  const names = FACTS.map((f) => f.name)
  const arrays = names.map((name) => {
    const { values } = columns.get(name)
    return values instanceof BigInt64Array ? Float64Array.from(values, Number) : values
  })
  return programmes.map((programme) => {
    const body = `let yes = 0
      for (let i = 0; i < ${rows}; i += 1) if (${testOf(programme)}) yes += 1
      return yes`
    const loop = new Function(...names, body)
    return () => loop(...arrays)
  })
}

function testOf({ conditions, points }) {
  const tests = conditions.map(conditionOf)
  if (points) tests.push(`${points.items.map(stepsOf).join(' + ')} >= ${points.pass}`)
  return tests.join(' && ')
}

function conditionOf(c) {
  switch (c.kind) {
    case 'compare':
      return `${c.fact}[i] ${c.relation} ${c.limit * FACTOR[c.type]}`
    case 'ratio':
      return `${c.part}[i] * 100 >= ${c.whole}[i] * ${c.limit} && ${c.whole}[i] > 0 && ${c.part}[i] > 0`
    case 'yes-no':
      return `${c.fact}[i] === ${c.wanted ? 1 : 0}`
    case 'choice':
      return `(${c.among.map((o) => `${c.fact}[i] === ${OPTIONS.get(c.fact).indexOf(o)}`).join(' || ')})`
    default:
      return `(${c.items.map((item) => `(${conditionOf(item)})`).join(' || ')})`
  }
}

function stepsOf({ fact, type, limits, values }) {
  const bands = limits.map((limit, i) => `${fact}[i] >= ${limit * FACTOR[type]} ? ${values[i]} : `)
  return `(${bands.reverse().join('')}0)`
}
