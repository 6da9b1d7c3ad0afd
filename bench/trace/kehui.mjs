import { loadPacks } from '../../domain/dist/packs/index.js'
import { evaluate, parseFacts } from '../../domain/dist/rules/index.js'
import { FACTS } from './programmes.mjs'

const UNITS = { money: '万元', people: '人', count: '项' }
const RANGES = { money: '0 元..1000 亿元', people: '0 人..1000 万人', count: '0 项..10000 项' }

function factText({ name, type, options }) {
  const head = `  ${name}: {en: ${name}, of: enterprise, `
  if (type === 'yes-no') return `${head}type: yes-no}`
  if (type === 'choice') return `${head}type: choice, options: [${options.join(', ')}]}`
  return `${head}unit: ${type === 'money' ? '元' : UNITS[type]}, range: ${RANGES[type]}, period: 上年度}`
}

function conditionText(c) {
  switch (c.kind) {
    case 'compare':
      return `${c.fact} ${c.relation} ${c.limit} ${UNITS[c.type]}`
    case 'ratio':
      return `${c.part} / ${c.whole} 若为零 0% >= ${c.limit}%`
    case 'yes-no':
      return c.wanted ? c.fact : `not ${c.fact}`
    case 'choice':
      return `${c.fact} in {${c.among.join(', ')}}`
    default:
      return `(${c.items.map(conditionText).join(') or (')})`
  }
}

function stepsText({ fact, type, limits, values }, unit) {
  const table = limits.map((limit, i) => `${limit} ${UNITS[type]}: ${values[i]} ${unit}`)
  return `{of: ${fact}, steps: {${table.join(', ')}}, below: 0 ${unit}}`
}

function lineText(line) {
  if (line.kind === 'flat') return `{of: ${line.amount} 万元}`
  return line.kind === 'share' ? `{of: ${line.fact} * ${line.percent}%}` : stepsText(line, '万元')
}

function programmeText({ id, conditions, points, pay }) {
  const lines = [
    `id: ${id}`,
    `title: {zh: ${id}, en: ${id}}`,
    'audience: enterprise',
    'mode: 审核',
    'benefit: cash',
    'valid: unknown..',
    'source: {document: Generated, verified: none}',
    'need:',
    ...conditions.map((c, i) => `  - {that: "${conditionText(c)}", cite: 第${i + 1}条}`),
  ]
  if (points) {
    lines.push(`  - 得分 >= ${points.pass} 分`, 'points:')
    for (const [i, item] of points.items.entries()) lines.push(`  item${i}: ${stepsText(item, '分')}`)
  }
  lines.push('pay:', '  lines:', ...pay.lines.map((line) => `    - ${lineText(line)}`))
  if (pay.cap !== null) lines.push(`  cap: ${pay.cap} 万元`)
  return [...lines, '  round: 元 down', ''].join('\n')
}

function given(company) {
  const types = new Map(FACTS.map((f) => [f.name, f.type]))
  return Object.fromEntries(
    [...company].map(([name, value]) => {
      const unit = UNITS[types.get(name)]
      return [name, unit ? `${value} ${unit}` : value]
    }),
  )
}

/** The programmes as a pack. */
export function packOf(programmes) {
  return [
    { path: 'bench/pack.yaml', text: 'id: bench\ntitle: Bench\nlevel: 国家\n' },
    { path: 'bench/facts.yaml', text: `facts:\n${FACTS.map(factText).join('\n')}\n` },
    ...programmes.map((p) => ({ path: `bench/programmes/${p.id}.yaml`, text: programmeText(p) })),
  ]
}

/** Ready to answer for one company after another. */
export function kehuiOf(programmes, companies) {
  const loaded = loadPacks(packOf(programmes))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics[0]))
  const { library } = loaded
  const subjects = companies.map((company, i) => {
    const parsed = parseFacts(library, { facts: given(company) })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors[0]))
    return {
      id: `c${i}`,
      name: `c${i}`,
      audience: 'enterprise',
      facts: parsed.facts,
      records: parsed.records,
    }
  })
  return (i) => evaluate(library, subjects[i], { on: '2026-11-24', nearest: false })
}
