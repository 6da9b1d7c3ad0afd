import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type AssignmentProblem, assignStably, blockingPairs } from '@kehui/domain/matching'
import { parsed } from './arguments.js'
import { type Output, RefusedError, UsageError } from './output.js'

const OPTIONS = { input: { type: 'string' }, json: { type: 'boolean' } } as const

type Fields = Record<string, unknown>

interface Member {
  readonly id: string
  readonly capacity: number
}

/** `kehui assign`: two sides brought together so that no two would both rather have each other. */
export async function runAssign(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { input, json = false } = values
  if (input === undefined) throw new UsageError('give --input FILE.json')
  try {
    const found = solved(fieldsIn(jsonOf(input), 'the file'))
    out.print(json ? JSON.stringify(found, null, 2) : shown(found))
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const told = `“${input}”: ${error.message}`
    out.complain(json ? JSON.stringify({ error: told, details: error.details }, null, 2) : told)
    return 1
  }
}

function solved(given: Fields) {
  const [left, right] = [membersIn(given, 'left'), membersIn(given, 'right')]
  const problem = problemOf(left, right, listIn(given, 'pairs'))
  const assigned = assignStably(problem)
  if (!assigned.ok)
    throw new RefusedError(assigned.faults.map(({ message }) => message).join('; '), assigned.faults)
  const named = (pair: number) => ({
    left: left[problem.left[pair] ?? 0]?.id ?? '',
    right: right[problem.right[pair] ?? 0]?.id ?? '',
  })
  return {
    pairs: assigned.pairs.map(named),
    leftAlone: assigned.leftAlone.map((i) => left[i]?.id ?? ''),
    rightAlone: assigned.rightAlone.map((i) => right[i]?.id ?? ''),
    blocking: blockingPairs(problem, assigned.pairs).map(named),
  }
}

function problemOf(left: Member[], right: Member[], pairs: unknown[]): AssignmentProblem {
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

function shown({ pairs, leftAlone, rightAlone }: ReturnType<typeof solved>): string {
  return [
    ...pairs.map(({ left, right }) => `${left} → ${right}`),
    `未分配 alone: ${[...leftAlone, ...rightAlone].join('，') || '无 none'}`,
  ].join('\n')
}
