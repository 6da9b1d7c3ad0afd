import { parseArgs } from 'node:util'
import {
  assignForCoverage,
  assignStably,
  blockingPairs,
  favouring,
  leastWorth,
  scoresOf,
} from '@kehui/domain/matching'
import { parsed } from './arguments.js'
import { type AssignmentFile, type Named, readAssignment } from './assignment-file.js'
import { type Output, RefusedError, UsageError } from './output.js'

const OPTIONS = { input: { type: 'string' }, mode: { type: 'string' }, json: { type: 'boolean' } } as const

/**
 * `kehui assign`: two sides brought together, so that no two would both rather have each other, or so that as many as
 * can be are served.
 */
export async function runAssign(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { input, mode, json = false } = values
  if (input === undefined) throw new UsageError('give --input FILE.json')
  if (mode !== undefined && mode !== 'stable' && mode !== 'coverage')
    throw new UsageError('--mode is stable or coverage')
  try {
    const file = readAssignment(input)
    const found = solved(file, mode ?? file.mode ?? 'stable')
    out.print(json ? JSON.stringify(found, null, 2) : shown(found))
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const told = `“${input}”: ${error.message}`
    out.complain(json ? JSON.stringify({ error: told, details: error.details }, null, 2) : told)
    return 1
  }
}

function solved(file: AssignmentFile, mode: 'stable' | 'coverage') {
  const { left, right, problem } = file
  const assigned = assign(file, mode)
  if (!assigned.ok)
    throw new RefusedError(assigned.faults.map(({ message }) => message).join('; '), assigned.faults)
  const { pairs, leftAlone, rightAlone } = assigned
  const named = (pair: number): Named => ({
    left: left[problem.left[pair] ?? 0]?.id ?? '',
    right: right[problem.right[pair] ?? 0]?.id ?? '',
  })
  const scores = scoresOf(problem)
  return {
    mode,
    pairs: pairs.map(named),
    leftAlone: leftAlone.map((i) => left[i]?.id ?? ''),
    rightAlone: rightAlone.map((i) => right[i]?.id ?? ''),
    blocking: blockingPairs(problem, pairs).map(named),
    total: pairs.reduce((sum, pair) => sum + (scores[pair] ?? 0), 0),
    ...(file.before === null ? {} : { changes: changesOf(file, new Set(pairs), named) }),
  }
}

function assign({ problem, before, keep }: AssignmentFile, mode: 'stable' | 'coverage') {
  if (before === null) return mode === 'stable' ? assignStably(problem) : assignForCoverage(problem)
  if (mode === 'stable') return assignStably(favouring(problem, before, keep ?? 0), before)
  return assignForCoverage(favouring(problem, before, keep ?? leastWorth(problem)))
}

function changesOf(
  { before, gone }: AssignmentFile,
  now: ReadonlySet<number>,
  named: (pair: number) => Named,
): { kept: number; added: Named[]; ended: Named[] } {
  const earlier = [...(before ?? [])]
  return {
    kept: earlier.filter((pair) => now.has(pair)).length,
    added: [...now].filter((pair) => !before?.has(pair)).map(named),
    ended: [...earlier.filter((pair) => !now.has(pair)).map(named), ...gone],
  }
}

function shown({ pairs, leftAlone, rightAlone, blocking, changes }: ReturnType<typeof solved>): string {
  const list = (ids: readonly string[]) => ids.join('，') || '无 none'
  const told = (named: readonly Named[]) => list(named.map(({ left, right }) => `${left} → ${right}`))
  return [
    ...pairs.map(({ left, right }) => `${left} → ${right}`),
    `未分配 alone: ${list([...leftAlone, ...rightAlone])}`,
    ...(blocking.length === 0 ? [] : [`双方都更愿意 would both rather: ${told(blocking)}`]),
    ...(changes === undefined
      ? []
      : [
          `保持 kept: ${changes.kept}`,
          `新增 added: ${told(changes.added)}`,
          `结束 ended: ${told(changes.ended)}`,
        ]),
  ].join('\n')
}
