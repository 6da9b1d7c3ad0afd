import { FACTS } from '../trace/programmes.mjs'

/** Each programme as one null-correct query. */
const FACTOR = { money: 1_000_000, people: 1, count: 1 }
const TYPES = new Map(FACTS.map((f) => [f.name, f]))

function conditionSql(c) {
  switch (c.kind) {
    case 'compare':
      return `${c.fact} ${c.relation} ${c.limit * FACTOR[c.type]}`
    case 'ratio':
      // A product instead of a quotient; nothing of something, and a share of nothing, are settled as no.
      return `(${c.part} * 100 >= ${c.whole} * ${c.limit} AND ${c.whole} > 0 AND ${c.part} > 0)`
    case 'yes-no':
      return c.wanted ? c.fact : `NOT ${c.fact}`
    case 'choice':
      return `${c.fact} IN (${c.among.map((option) => TYPES.get(c.fact).options.indexOf(option)).join(', ')})`
    default:
      return `(${c.items.map(conditionSql).join(' OR ')})`
  }
}

/** What a table gives, with `unknown` where the fact is NULL. */
function stepsSql({ fact, type, limits, values }, factor, unknown) {
  const bands = limits.map((limit, i) => `WHEN ${fact} >= ${limit * FACTOR[type]} THEN ${values[i] * factor}`)
  return `CASE ${bands.reverse().join(' ')} WHEN ${fact} IS NULL THEN ${unknown * factor} ELSE 0 END`
}

function scoreSql({ items, pass }) {
  const sum = (open) => items.map((i) => `(${stepsSql(i, 1, open ? i.values.at(-1) : 0)})`).join(' + ')
  return `CASE WHEN ${sum(false)} >= ${pass} THEN true WHEN ${sum(true)} < ${pass} THEN false END`
}

function payedSql({ lines, cap }, most, divide) {
  const parts = lines.map((line) => {
    if (line.kind === 'flat') return `${line.amount * 1_000_000}00`
    if (line.kind === 'share')
      return `${most ? `coalesce(${line.fact}, ${10n ** 13n})` : `coalesce(${line.fact}, 0)`} * ${line.percent}`
    return `(${stepsSql(line, 100_000_000, most ? line.values.at(-1) : 0)})`
  })
  const sum = parts.join(' + ')
  const limit = cap === null ? null : cap * 100_000_000
  const capped = limit === null ? sum : `CASE WHEN ${sum} > ${limit} THEN ${limit} ELSE ${sum} END`
  return `(${capped}) ${divide} 10000 * 100`
}

export function conditionsOf({ conditions, points }) {
  return [...conditions.map(conditionSql), ...(points ? [`(${scoreSql(points)})`] : [])]
}

/** Verdicts alone, all facts known. */
export function knownSql(programme) {
  return `SELECT count(*), 0, 0, 0 FROM known WHERE ${conditionsOf(programme).join(' AND ')}`
}

/** Verdicts and both ends of the amounts, some facts unknown. `divide` is how integers are divided in that database. */
export function unknownSql(programme, divide = '//') {
  const all = conditionsOf(programme)
  const verdict = all.map((c) => `(${c})`).join(' AND ')
  const where = all.map((c) => (/^district/.test(c) ? c : `(${c}) IS NOT FALSE`)).join(' AND ')
  return `SELECT count(*) FILTER (WHERE v), count(*) FILTER (WHERE v IS NULL), sum(CASE WHEN v THEN least ELSE 0 END), sum(most)
    FROM (SELECT ${verdict} AS v, ${payedSql(programme.pay, false, divide)} AS least, ${payedSql(programme.pay, true, divide)} AS most FROM open WHERE ${where}) AS decided`
}
