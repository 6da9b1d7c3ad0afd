import type { PackSource } from '../source-files.js'
import { madePack } from '../testing.js'
import { condition, money, type Piece, percent, yuan } from './testing-expressions.js'
import { FACTS } from './testing-facts.js'
import type { Random } from './testing-random.js'

/** A programme as lists of parts, so that a disagreement can be cut down to the parts that it needs. */
export interface Sketch {
  readonly id: string
  readonly standing: boolean
  readonly need: readonly Piece[]
  readonly points: readonly string[]
  readonly lines: readonly string[]
  readonly cap: string | null
  readonly upper: boolean
  readonly round: string
}

export function sketchOf(random: Random, id: string): Sketch {
  const points = random.chance(0.3)
    ? Array.from({ length: random.between(1, 3) }, () => pointsTerm(random))
    : []
  return {
    id,
    standing: random.chance(0.2),
    need: Array.from({ length: random.between(1, 4) }, () => condition(random, 2)),
    points,
    lines: random.chance(0.8) ? Array.from({ length: random.between(1, 3) }, () => payTerm(random, 2)) : [],
    cap: random.chance(0.6) ? (random.chance(0.8) ? yuan(random) : money(random, 1).text) : null,
    upper: random.chance(0.15),
    round: `${random.pick(['元', '百元', '千元', '万元', '分'])} ${random.pick(['down', 'nearest', 'up'])}`,
  }
}

function pointsTerm(random: Random): string {
  return random.pick([
    () => '{of: 科研人员 / 职工 若为零 0%, steps: {10%: 4 分, 15%: 8 分, 超过 30%: 7..12 分}, below: 0 分}',
    () => '{of: 研发 / 收入 若为零 0%, steps: {不超过 2%: 20 分, 低于 5%: 10.5 分}, below: 0 分}',
    () => `{of: 专利, steps: {1 项: 5 分, ${random.pick([2, 10])} 项: 20 分}, below: 1 分}`,
    () => '{judged: 0..6 分}',
    () => `{of: 30 分, when: "${condition(random, 1).text}"}`,
    () =>
      '{best: [{of: 专利, steps: {2 项: 10 分}, below: 0 分}, {of: 博士, steps: {3 人: 12 分}, below: 2 分}]}',
    () => '{sum: [评分, 10 分], cap: 60 分}',
  ])()
}

function payTerm(random: Random, depth: number): string {
  const roll = depth <= 0 ? 0 : random.next()
  if (roll < 0.45) return `{of: "${money(random, 2).text}"}`
  if (roll < 0.55) return `{of: "${money(random, 1).text}", when: "${condition(random, 1).text}"}`
  if (roll < 0.65)
    return `{of: "${money(random, 1).text}", steps: {100 万元: ${yuan(random)}, 超过 1000 万元: "${money(random, 0).text}"}, below: 0 元}`
  if (roll < 0.7) return '{of: 研发 / 收入 若为零 占比, steps: {3%: 5 万元, 6%: 10..20 万元}, below: 1 元}'
  if (roll < 0.8)
    return `{of: "${money(random, 1).text}", slices: {0 元: ${percent(random)}, 500 万元: 2%, 1 亿元: 0.5%}}`
  if (roll < 0.88)
    return `{cases: [{when: "${condition(random, 1).text}", give: "${money(random, 1).text}"}, {when: 高新, give: 3..5 万元}], else: 1 万元}`
  const kind = random.pick(['best', 'sum'])
  const cap = kind === 'sum' && random.chance(0.5) ? `, cap: ${yuan(random)}` : ''
  return `{${kind}: [${payTerm(random, depth - 1)}, ${payTerm(random, depth - 1)}]${cap}}`
}

/** The text of its file. */
export function textOf({ id, standing, need, points, lines, cap, upper, round }: Sketch): string {
  const pay = lines.length > 0
  return [
    `id: ${id}`,
    `title: {zh: ${id}, en: ${id}}`,
    'audience: enterprise',
    'mode: 审核',
    `benefit: ${pay ? 'cash' : 'title'}`,
    'valid: unknown..',
    'source: {document: 试验, verified: none}',
    ...(standing ? ['standing: [失信]'] : []),
    'need:',
    ...need.map((n) => `  - "${n.text}"`),
    ...(points.length > 0 ? ['  - 得分 >= 20 分', 'points:'] : []),
    ...points.map((term, i) => `  项${i}: ${term}`),
    ...(pay ? ['pay:', '  lines:', ...lines.map((line) => `    - ${line}`)] : []),
    ...(pay && cap !== null ? [`  cap: "${cap}"`] : []),
    ...(pay && upper ? ['  bound: upper'] : []),
    ...(pay ? ['  per: enterprise', `  round: ${round}`] : []),
    '',
  ].join('\n')
}

export function packOf(sketches: readonly Sketch[]): PackSource[] {
  return madePack(FACTS, ...sketches.map(textOf))
}

/** The same programme with one part less. */
export function* smaller(sketch: Sketch): Generator<Sketch> {
  const without = <T>(list: readonly T[], i: number) => list.filter((_, k) => k !== i)
  for (const i of sketch.lines.keys()) yield { ...sketch, lines: without(sketch.lines, i) }
  for (const i of sketch.points.keys()) yield { ...sketch, points: without(sketch.points, i) }
  if (sketch.need.length > 1)
    for (const i of sketch.need.keys()) yield { ...sketch, need: without(sketch.need, i) }
  for (const [i, { parts }] of sketch.need.entries())
    for (const part of parts) yield { ...sketch, need: sketch.need.with(i, part) }
  if (sketch.standing) yield { ...sketch, standing: false }
  if (sketch.cap !== null) yield { ...sketch, cap: null }
  if (sketch.upper) yield { ...sketch, upper: false }
  if (sketch.round !== '分 down') yield { ...sketch, round: '分 down' }
}
