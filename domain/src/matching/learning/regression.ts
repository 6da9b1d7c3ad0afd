/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), drawn towards given weights: `ridge`
 * says how strongly, so that a few outcomes move them little. The same rows give the same weights.
 */
export interface RegressionRow {
  readonly x: readonly number[]
  readonly y: 0 | 1
}

export interface Fit {
  readonly weights: readonly number[]
  /** Of each weight, from the inverse of the curvature. */
  readonly errors: readonly number[]
  readonly converged: boolean
}

const MOST_STEPS = 100
const CLOSE_ENOUGH = 1e-9

/** The first weight is the intercept: rows do not hold it, and it is drawn nowhere. */
export function fitLogistic(rows: readonly RegressionRow[], towards: readonly number[], ridge: number): Fit {
  const width = towards.length
  let weights = [...towards]
  let converged = false
  let factor = factorOf(curvature(rows, weights, ridge))
  for (let step = 0; step < MOST_STEPS && !converged; step += 1) {
    const slope = gradient(rows, weights, towards, ridge)
    const move = solve(factor, slope)
    const next = descend(rows, weights, move, towards, ridge)
    converged = next === null || Math.max(...move.map(Math.abs)) < CLOSE_ENOUGH
    if (next !== null) weights = next
    factor = factorOf(curvature(rows, weights, ridge))
  }
  const errors = Array.from({ length: width }, (_, i) => {
    const unit = Array.from({ length: width }, (_, j) => (i === j ? 1 : 0))
    return Math.sqrt(Math.max(0, solve(factor, unit)[i] ?? 0))
  })
  return { weights, errors, converged }
}

/** Half the step as often as it takes to come down; null where nothing does. */
function descend(
  rows: readonly RegressionRow[],
  weights: readonly number[],
  move: readonly number[],
  towards: readonly number[],
  ridge: number,
): number[] | null {
  const before = loss(rows, weights, towards, ridge)
  for (let scale = 1; scale > 1e-6; scale /= 2) {
    const next = weights.map((weight, i) => weight - scale * (move[i] ?? 0))
    if (loss(rows, next, towards, ridge) <= before) return next
  }
  return null
}

function oddsOf({ x }: RegressionRow, weights: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * (weights[i + 1] ?? 0), weights[0] ?? 0)
}

function chance(odds: number): number {
  return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds))
}

/** Of one row: −log of the chance that was given to what came. */
export function rowLoss(row: RegressionRow, weights: readonly number[]): number {
  const odds = row.y === 1 ? oddsOf(row, weights) : -oddsOf(row, weights)
  return odds > 0 ? Math.log1p(Math.exp(-odds)) : -odds + Math.log1p(Math.exp(odds))
}

function loss(
  rows: readonly RegressionRow[],
  weights: readonly number[],
  towards: readonly number[],
  ridge: number,
): number {
  const held = weights.reduce((sum, w, i) => sum + (i === 0 ? 0 : (w - (towards[i] ?? 0)) ** 2), 0)
  return rows.reduce((sum, row) => sum + rowLoss(row, weights), (ridge / 2) * held)
}

function gradient(
  rows: readonly RegressionRow[],
  weights: readonly number[],
  towards: readonly number[],
  ridge: number,
): number[] {
  const slope = weights.map((w, i) => (i === 0 ? 0 : ridge * (w - (towards[i] ?? 0))))
  for (const row of rows) {
    const off = chance(oddsOf(row, weights)) - row.y
    for (const i of slope.keys()) slope[i] = (slope[i] ?? 0) + off * valueAt(row, i)
  }
  return slope
}

/** A trace keeps the intercept from running away where all outcomes are alike. */
const TRACE = 1e-6

function curvature(rows: readonly RegressionRow[], weights: readonly number[], ridge: number): number[][] {
  const matrix = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? TRACE : ridge) : 0)))
  for (const row of rows) {
    const p = chance(oddsOf(row, weights))
    const weight = p * (1 - p)
    for (const [i, line] of matrix.entries())
      for (const j of line.keys()) line[j] = (line[j] ?? 0) + weight * valueAt(row, i) * valueAt(row, j)
  }
  return matrix
}

function valueAt({ x }: RegressionRow, i: number): number {
  return i === 0 ? 1 : (x[i - 1] ?? 0)
}

/** Cholesky: the lower triangle whose product with itself is the matrix. */
function factorOf(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((line) => line.map(() => 0))
  for (const [i, line] of lower.entries())
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0
      for (let k = 0; k < j; k += 1) sum -= (line[k] ?? 0) * (lower[j]?.[k] ?? 0)
      line[j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / (lower[j]?.[j] ?? 1)
    }
  return lower
}

function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const found = [...right]
  for (const [i, line] of lower.entries()) {
    for (let k = 0; k < i; k += 1) found[i] = (found[i] ?? 0) - (line[k] ?? 0) * (found[k] ?? 0)
    found[i] = (found[i] ?? 0) / (line[i] ?? 1)
  }
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < lower.length; k += 1)
      found[i] = (found[i] ?? 0) - (lower[k]?.[i] ?? 0) * (found[k] ?? 0)
    found[i] = (found[i] ?? 0) / (lower[i]?.[i] ?? 1)
  }
  return found
}
