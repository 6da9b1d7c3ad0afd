import { readFileSync } from 'node:fs'
import type { AssignmentProblem } from '@kehui/domain/matching'
import { RefusedError } from './output.js'

/** What `kehui assign` is given: two sides, the pairs that are eligible, and who was together before. */
export interface AssignmentFile {
  readonly mode: 'stable' | 'coverage' | undefined
  readonly left: readonly Member[]
  readonly right: readonly Member[]
  readonly problem: AssignmentProblem
  /** Pairs of before that are still eligible, by number; null where nothing is said of before. */
  readonly before: ReadonlySet<number> | null
  /** Those that are not any more. */
  readonly gone: readonly Named[]
  /** What it is worth that a pair stays together, in scores. */
  readonly keep: number | undefined
}

export interface Named {
  readonly left: string
  readonly right: string
}

type Fields = Record<string, unknown>

interface Member {
  readonly id: string
  readonly capacity: number
}

export function readAssignment(file: string): AssignmentFile {
  const given = fieldsIn(jsonOf(file), 'the file')
  const [left, right] = [membersIn(given, 'left'), membersIn(given, 'right')]
  const problem = problemOf(left, right, listIn(given, 'pairs'))
  const { mode, keep } = given
  if (mode !== undefined && mode !== 'stable' && mode !== 'coverage')
    throw new RefusedError(`“mode” is "stable" or "coverage", not ${JSON.stringify(mode)}`)
  if (keep !== undefined && !(numberIn(keep, '“keep”') >= 0))
    throw new RefusedError(`“keep” is a number from 0, not ${JSON.stringify(keep)}`)
  return {
    mode,
    left,
    right,
    problem,
    keep: keep as number | undefined,
    ...beforeIn(given, left, right, problem),
  }
}

function beforeIn(
  given: Fields,
  left: readonly Member[],
  right: readonly Member[],
  problem: AssignmentProblem,
): { before: ReadonlySet<number> | null; gone: Named[] } {
  if (given.previous === undefined) return { before: null, gone: [] }
  const numbers = new Map<string, number>()
  for (const [pair, l] of problem.left.entries())
    numbers.set(JSON.stringify([left[l]?.id, right[problem.right[pair] ?? 0]?.id]), pair)
  const before = new Set<number>()
  const gone: Named[] = []
  for (const [i, value] of listIn(given, 'previous').entries()) {
    const fields = fieldsIn(value, `previous[${i}]`)
    const named = {
      left: textIn(fields.left, `previous[${i}].left`),
      right: textIn(fields.right, `previous[${i}].right`),
    }
    const pair = numbers.get(JSON.stringify([named.left, named.right]))
    if (pair === undefined) gone.push(named)
    else before.add(pair)
  }
  return { before, gone }
}

function problemOf(left: readonly Member[], right: readonly Member[], pairs: unknown[]): AssignmentProblem {
  const [lefts, rights] = [placesOf(left, 'left'), placesOf(right, 'right')]
  const rows = pairs.map((value, i) => {
    const at = `pairs[${i}]`
    const fields = fieldsIn(value, at)
    const score = fields.score
    return {
      left: placeIn(lefts, fields.left, `${at}.left`),
      right: placeIn(rights, fields.right, `${at}.right`),
      leftLikes: numberIn(fields.leftScore ?? score, `${at}.leftScore`),
      rightLikes: numberIn(fields.rightScore ?? score, `${at}.rightScore`),
    }
  })
  return {
    leftCapacity: left.map(({ capacity }) => capacity),
    rightCapacity: right.map(({ capacity }) => capacity),
    left: Int32Array.from(rows, (row) => row.left),
    right: Int32Array.from(rows, (row) => row.right),
    leftLikes: Float64Array.from(rows, (row) => row.leftLikes),
    rightLikes: Float64Array.from(rows, (row) => row.rightLikes),
  }
}

function membersIn(given: Fields, side: 'left' | 'right'): Member[] {
  return listIn(given, side).map((value, i) => {
    const { id, capacity = 1 } = fieldsIn(value, `${side}[${i}]`)
    if (typeof id !== 'string' || id === '') throw new RefusedError(`${side}[${i}].id is a text, not empty`)
    return { id, capacity: numberIn(capacity, `${side}[${i}].capacity`) }
  })
}

function placesOf(members: readonly Member[], side: string): Map<string, number> {
  const places = new Map<string, number>()
  for (const [i, { id }] of members.entries()) {
    if (places.has(id)) throw new RefusedError(`${side}[${i}].id “${id}” is there already; each has its own`)
    places.set(id, i)
  }
  return places
}

function placeIn(places: ReadonlyMap<string, number>, id: unknown, at: string): number {
  const place = typeof id === 'string' ? places.get(id) : undefined
  if (place === undefined) throw new RefusedError(`${at} names nobody of that side: ${JSON.stringify(id)}`)
  return place
}

function textIn(value: unknown, at: string): string {
  if (typeof value === 'string') return value
  throw new RefusedError(`${at} is a text, not ${JSON.stringify(value)}`)
}

function numberIn(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new RefusedError(`${at} is a number, not ${JSON.stringify(value)}`)
}

function listIn(given: Fields, name: string): unknown[] {
  const list = given[name]
  if (!Array.isArray(list)) throw new RefusedError(`“${name}” is a list`)
  return list
}

function fieldsIn(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new RefusedError(`${at} is an object`)
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    throw new RefusedError(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
