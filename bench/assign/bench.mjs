import { assignForCoverage, assignStably, blockingPairs, scoresOf } from '../../domain/dist/matching/index.js'
import { problemOf } from './problems.mjs'
import { optimumOf } from './solver.mjs'

/** Commissioners, each for one village, and villages, each of which takes two at most. */
const PROVINCE = { lefts: 2_520, rights: 1_721, candidates: 30, capacity: 1, granted: 2 }
const MANY = { lefts: 100_000, rights: 100_000, candidates: 50, capacity: 1, granted: 1 }
const TIMES = 7

export async function assign() {
  const province = problemOf(1, PROVINCE)
  const many = problemOf(2, MANY)
  const stableMs2520 = stableMs(province, TIMES)
  const stableMs100k = stableMs(many, 3)
  const [coverageMs, covered] = timed(() => assignForCoverage(province))
  const before = performance.now()
  const best = await optimumOf(province)
  const highsMs = performance.now() - before
  return {
    figures: {
      stableMs2520: rounded(stableMs2520),
      stableMs100k: rounded(stableMs100k),
      coverageEqualsHighs: isAsGood(province, covered.pairs, best) ? 1 : 0,
    },
    more: {
      served: best.served,
      total: best.total,
      coverageMs: rounded(coverageMs),
      highsMs: rounded(highsMs),
    },
  }
}

/** The median; an answer in which two would rather have each other is none. */
function stableMs(problem, times) {
  const runs = Array.from({ length: times }, () => timed(() => assignStably(problem)))
  for (const [, { pairs }] of runs)
    if (blockingPairs(problem, pairs).length > 0) throw new Error('The assignment is not stable')
  return runs.map(([ms]) => ms).sort((a, b) => a - b)[times >> 1]
}

function isAsGood(problem, pairs, best) {
  const scores = scoresOf(problem)
  const served = new Set(pairs.map((pair) => problem.right[pair])).size
  const total = pairs.reduce((sum, pair) => sum + scores[pair], 0)
  return served === best.served && Math.abs(total - best.total) < 1e-6 * Math.abs(best.total)
}

function timed(run) {
  const before = performance.now()
  const found = run()
  return [performance.now() - before, found]
}

const rounded = (ms) => Number(ms.toFixed(1))
