import { createRequire } from 'node:module'
import fc from 'fast-check'
import type { Highs } from 'highs'
import { scoresOf } from './coverage.js'
import type { AssignmentProblem } from './problem.js'

/** Its types are of the CommonJS form, whose export is the function itself. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs')

export type Pair = readonly [left: number, right: number, leftLikes: number, rightLikes: number]

export function problemOf(
  left: readonly number[],
  right: readonly number[],
  pairs: readonly Pair[],
): AssignmentProblem {
  return {
    leftCapacity: left,
    rightCapacity: right,
    left: Int32Array.from(pairs, ([l]) => l),
    right: Int32Array.from(pairs, ([, r]) => r),
    leftLikes: Float64Array.from(pairs, ([, , x]) => x),
    rightLikes: Float64Array.from(pairs, ([, , , y]) => y),
  }
}

/** Small problems with few likings, so that many tie. */
export const someProblem = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
  .chain(([l, r]) =>
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: l, maxLength: l }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: r, maxLength: r }),
      l * r === 0
        ? fc.constant([])
        : fc.uniqueArray(
            fc.tuple(
              fc.nat(l - 1),
              fc.nat(r - 1),
              fc.integer({ min: -3, max: 3 }),
              fc.integer({ min: -3, max: 3 }),
            ),
            { selector: ([a, b]) => `${a} ${b}`, maxLength: 40 },
          ),
    ),
  )
  .map(([left, right, pairs]) => problemOf(left, right, pairs))

export const countsOf = (members: Int32Array, pairs: readonly number[], size: number) =>
  Array.from({ length: size }, (_, i) => pairs.filter((pair) => members[pair] === i).length)

/** What a solver of linear programmes finds: how many of the right side are served, and the best sum with so many. */
export async function optimumOf(problem: AssignmentProblem): Promise<{ served: number; total: number }> {
  const highs = await solver()
  const scores = scoresOf(problem)
  const pairs = [...problem.left.keys()]
  if (pairs.length === 0) return { served: 0, total: 0 }
  const limits = [
    ...limitsOf(problem.left, problem.leftCapacity, 'l'),
    ...limitsOf(problem.right, problem.rightCapacity, 'r'),
    ...[...new Set(problem.right)].map((r) => {
      const givers = pairs.filter((pair) => problem.right[pair] === r)
      return `s${r}: y${r} - ${givers.map((pair) => `x${pair}`).join(' - ')} <= 0`
    }),
  ]
  const served = [...new Set(problem.right)].map((r) => `y${r}`)
  const names = [...pairs.map((pair) => `x${pair}`), ...served]
  const most = (aim: string, more: readonly string[]) => {
    const bounds = names.map((name) => `0 <= ${name} <= 1`).join('\n')
    const text = `Maximize\nobj: ${aim}\nSubject To\n${[...limits, ...more].join('\n')}\nBounds\n${bounds}\nGenerals\n${names.join(' ')}\nEnd`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`No optimum: ${solved.Status}`)
    return solved.ObjectiveValue
  }
  const count = Math.round(most(served.join(' + '), []))
  const sum = pairs.map((pair) => `${signed(scores[pair] ?? 0)} x${pair}`).join(' ')
  return { served: count, total: most(sum, [`all: ${served.join(' + ')} >= ${count}`]) }
}

function limitsOf(members: Int32Array, capacities: readonly number[], side: string): string[] {
  return [...new Set(members)].map((member) => {
    const pairs = [...members.keys()].filter((pair) => members[pair] === member)
    return `${side}${member}: ${pairs.map((pair) => `x${pair}`).join(' + ')} <= ${capacities[member] ?? 0}`
  })
}

const signed = (value: number) => (value < 0 ? `- ${-value}` : `+ ${value}`)

let loaded: Promise<Highs> | undefined

function solver(): Promise<Highs> {
  loaded ??= loadHighs()
  return loaded
}
