import Engine from 'publicodes'
import { FACTS } from './programmes.mjs'

/**
 * The same programmes as publicodes rules. Each distinct condition is a rule of its own, so that the engine computes it
 * once, as Kehui does. Units and texts are left out: they would only slow publicodes down.
 */
export function publicodesOf(programmes, companies) {
  const rules = {}
  for (const { name, type } of FACTS) {
    const kind = { 'yes-no': 'booléen', choice: 'texte' }[type] ?? 'nombre'
    rules[name] = { question: name, type: kind }
  }
  const names = new Map()
  const ruleFor = (c) => {
    const key = JSON.stringify(c)
    const known = names.get(key)
    if (known) return known
    const name = `c${names.size}`
    names.set(key, name)
    rules[name] = conditionRule(c, ruleFor)
    return name
  }
  const asked = programmes.map((programme, i) => {
    const conditions = programme.conditions.map(ruleFor)
    if (programme.points) {
      rules[`p${i} score`] = { somme: programme.points.items.map(stepsRule) }
      conditions.push(`p${i} score >= ${programme.points.pass}`)
    }
    rules[`p${i}`] = {
      'applicable si': { 'toutes ces conditions': conditions },
      ...sumRule(programme.pay),
    }
    return `p${i}`
  })
  const engine = new Engine(rules, { logger: { log() {}, warn() {}, error() {} } })
  const situations = companies.map(situationOf)
  return (i) => {
    engine.setSituation(situations[i])
    return asked.map((name) => {
      const { nodeValue, missingVariables } = engine.evaluate(name)
      return { nodeValue, missingVariables }
    })
  }
}

function conditionRule(c, ruleFor) {
  switch (c.kind) {
    case 'compare':
      return `${c.fact} ${c.relation} ${c.limit}`
    case 'ratio':
      // A product instead of a quotient: no case for a divisor of nothing is needed.
      return { 'toutes ces conditions': [`${c.whole} > 0`, `${c.part} * 100 >= ${c.limit} * ${c.whole}`] }
    case 'yes-no':
      return c.wanted ? c.fact : `${c.fact} = non`
    case 'choice':
      return { 'une de ces conditions': c.among.map((option) => `${c.fact} = '${option}'`) }
    default:
      return { 'une de ces conditions': c.items.map(ruleFor) }
  }
}

/** The last step reached: publicodes' bands end below their `plafond`. */
function stepsRule({ fact, limits, values }) {
  const bands = limits.map((limit, i) => ({ montant: i === 0 ? 0 : values[i - 1], plafond: limit }))
  return { grille: { assiette: fact, tranches: [...bands, { montant: values.at(-1) }] } }
}

function lineRule(line) {
  if (line.kind === 'flat') return line.amount
  return line.kind === 'share' ? `${line.fact} * ${line.percent / 100}` : { valeur: stepsRule(line) }
}

function sumRule({ lines, cap }) {
  const [first, ...more] = lines
  const sum = more.length > 0 ? { somme: lines.map(lineRule) } : { valeur: lineRule(first) }
  return cap === null ? sum : { ...sum, plafond: cap }
}

function situationOf(company) {
  return Object.fromEntries(
    [...company].map(([name, value]) => {
      if (typeof value === 'boolean') return [name, value ? 'oui' : 'non']
      return [name, typeof value === 'string' ? `'${value}'` : value]
    }),
  )
}
