import { Engine } from 'json-rules-engine'

const OPERATORS = { '>=': 'greaterThanInclusive', '<=': 'lessThanInclusive' }

/** json-rules-engine, one engine with a rule a programme: how many companies each admits. */
export async function jsonRulesTally(programmes, companies) {
  const engine = new Engine(programmes.map(ruleOf))
  // A product instead of a quotient, as for the others.
  engine.addFact('share', async ({ part, whole, limit }, almanac) => {
    const [p, w] = await Promise.all([almanac.factValue(part), almanac.factValue(whole)])
    return w > 0 && p > 0 && p * 100 >= limit * w
  })
  const yes = new Array(programmes.length).fill(0)
  for (const company of companies) {
    const { events } = await engine.run(Object.fromEntries(company))
    for (const { params } of events) yes[params.place] += 1
  }
  return yes
}

function ruleOf({ conditions, pay }, place) {
  return {
    conditions: { all: conditions.map(conditionOf) },
    event: { type: 'admitted', params: { place, pay } },
  }
}

function conditionOf(c) {
  switch (c.kind) {
    case 'compare':
      return { fact: c.fact, operator: OPERATORS[c.relation], value: c.limit }
    case 'ratio':
      return {
        fact: 'share',
        params: { part: c.part, whole: c.whole, limit: c.limit },
        operator: 'equal',
        value: true,
      }
    case 'yes-no':
      return { fact: c.fact, operator: 'equal', value: c.wanted }
    case 'choice':
      return { fact: c.fact, operator: 'in', value: c.among }
    default:
      return { any: c.items.map(conditionOf) }
  }
}
