import { ZenEngine } from '@gorules/zen-engine'
import { FACTS } from '../trace/programmes.mjs'
import { publicodesOf } from '../trace/publicodes.mjs'
import { thinned } from './columns.mjs'
import { jsonRulesTally } from './json-rules.mjs'
import { batchFor, programOf, tableFor, tallyOf } from './kehui.mjs'
import { cpuOf, median } from './measure.mjs'
import { missingFacts } from './missing.mjs'

const PROGRAMMES = 20
const COMPANIES = 5000
const EVERY = 200
const ROUNDS = 5

/** Engines that decide one at a time: microseconds a decision of each, and of the batch for the same. */
export async function perDecision(programmes, columns) {
  const some = programmes.filter((p) => p.points === null).slice(0, PROGRAMMES)
  const few = thinned(columns, EVERY)
  const companies = Array.from({ length: COMPANIES }, (_, i) => companyAt(few, i))
  const decisions = PROGRAMMES * COMPANIES
  const program = programOf(some)
  const batch = batchFor(program, tableFor(program, few, COMPANIES), false)
  const ours = []
  let tally = []
  for (let i = 0; i < ROUNDS; i += 1) {
    const { ms, value } = await cpuOf(() => tallyOf(batch, PROGRAMMES, false))
    ours.push(ms)
    tally = value
  }
  const publicodes = await cpuOf(() => publicodesTally(some, companies))
  const zen = await cpuOf(() => zenTally(some, companies))
  const jsonRules = await cpuOf(() => jsonRulesTally(some, companies))
  const yes = tally.map((t) => t.yes)
  let disagreements = 0
  for (const other of [publicodes.value, zen.value, jsonRules.value])
    for (const [i, count] of other.entries()) if (count !== yes[i]) disagreements += 1
  const missing = missingFacts(some)
  const micros = (ms) => (ms * 1000) / decisions
  return {
    oursMicros: micros(median(ours)),
    publicodesMicros: micros(publicodes.ms),
    zenMicros: micros(zen.ms),
    jsonRulesMicros: micros(jsonRules.ms),
    missing,
    disagreements: disagreements + missing.disagreements,
  }
}

/** Money in 万元, as publicodes' rules have it. */
function companyAt(columns, row) {
  return new Map(
    FACTS.map(({ name, type, options }) => {
      const value = columns.get(name).values[row]
      if (type === 'money') return [name, Number(value) / 1_000_000]
      if (type === 'yes-no') return [name, value === 1]
      return [name, type === 'choice' ? options[value] : value]
    }),
  )
}

function publicodesTally(programmes, companies) {
  const rival = publicodesOf(programmes, companies)
  const yes = new Array(programmes.length).fill(0)
  for (let i = 0; i < companies.length; i += 1)
    for (const [k, { nodeValue }] of rival(i).entries()) if (nodeValue !== null) yes[k] += 1
  return yes
}

async function zenTally(programmes, companies) {
  const engine = new ZenEngine()
  const decisions = programmes.map((p) => engine.createDecision(graphOf(p)))
  const contexts = companies.map((c) => Object.fromEntries(c))
  const yes = new Array(programmes.length).fill(0)
  for (const context of contexts)
    for (const [k, decision] of decisions.entries()) {
      const { result } = await decision.evaluate(context)
      if (result.verdict) yes[k] += 1
    }
  return yes
}

function graphOf({ conditions, pay }) {
  const node = (id, type, content) => ({ id, type, name: id, position: { x: 0, y: 0 }, content })
  const expressions = [
    { id: 'verdict', key: 'verdict', value: conditions.map((c) => `(${zenOf(c)})`).join(' and ') },
    { id: 'amount', key: 'amount', value: amountOf(pay) },
  ]
  return {
    nodes: [
      node('in', 'inputNode', {}),
      node('rule', 'expressionNode', { expressions }),
      node('out', 'outputNode', {}),
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rule', type: 'edge' },
      { id: 'b', sourceId: 'rule', targetId: 'out', type: 'edge' },
    ],
  }
}

function zenOf(c) {
  switch (c.kind) {
    case 'compare':
      return `${c.fact} ${c.relation} ${c.limit}`
    case 'ratio':
      return `${c.whole} > 0 and ${c.part} * 100 >= ${c.limit} * ${c.whole} and ${c.part} > 0`
    case 'yes-no':
      return c.wanted ? c.fact : `not(${c.fact})`
    case 'choice':
      return `${c.fact} in [${c.among.map((o) => `'${o}'`).join(', ')}]`
    default:
      return c.items.map((item) => `(${zenOf(item)})`).join(' or ')
  }
}

function amountOf({ lines, cap }) {
  const sum = lines
    .map((line) => {
      if (line.kind === 'flat') return `${line.amount}`
      if (line.kind === 'share') return `${line.fact} * ${line.percent} / 100`
      return line.limits.reduce(
        (rest, limit, i) => `(${line.fact} >= ${limit} ? ${line.values[i]} : ${rest})`,
        '0',
      )
    })
    .join(' + ')
  return cap === null ? sum : `min([${sum}, ${cap}])`
}
