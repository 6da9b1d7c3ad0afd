import { parseDay } from '../../shared/day.js'
import { boundOf, type Engine, engineFor } from '../bind/engine.js'
import type { Cond, Num } from '../form.js'
import type { Library } from '../programme.js'
import { readingOf } from './evaluate.js'

type Node = Num | Cond

/** What a programme looks at: names of facts, those of the subject's owner with `企业.` before them, and of records. */
export interface Uses {
  readonly facts: ReadonlySet<string>
  readonly records: ReadonlySet<string>
}

const known = new WeakMap<Engine, Map<string, Uses>>()

/** Undefined for a programme that the library has not. */
export function usesOf(library: Library, programme: string, on: string): Uses | undefined {
  const day = parseDay(on)
  const found = library.programmes.get(programme)
  if (day === undefined || !found) return undefined
  const engine = engineFor(library, day)
  const byProgramme = known.get(engine) ?? new Map<string, Uses>()
  known.set(engine, byProgramme)
  const before = byProgramme.get(programme)
  if (before) return before
  const bound = boundOf(engine, found, readingOf(found, {}))
  const { slots } = engine.tables
  const facts = bound.slots.flatMap((index) => {
    const slot = slots[index]
    return slot ? [`${slot.ofOwner ? '企业.' : ''}${slot.fact.name}`] : []
  })
  const roots = [
    bound.verdict,
    ...(bound.pay ? [bound.pay.amount] : []),
    ...(bound.score ? [bound.score] : []),
  ]
  const uses = { facts: new Set(facts), records: recordsUnder(roots) }
  byProgramme.set(programme, uses)
  return uses
}

/** Equal nodes are one node and many share them: each is visited once. */
function recordsUnder(roots: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<Node>()
  const queue = [...roots]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node.op === 'records') names.add(node.of.name)
    queue.push(...partsOf(node))
  }
  return names
}

function partsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'const':
    case 'slot':
    case 'records':
    case 'known':
    case 'within':
      return []
    case 'add':
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return node.items
    case 'subtract':
    case 'multiply':
    case 'compare':
      return [node.left, node.right]
    case 'divide':
      return [node.left, node.right, ...(node.ifZero ? [node.ifZero] : [])]
    case 'if':
      return [node.when, node.met, node.unmet]
    case 'bands':
      return [node.of, ...node.values]
    case 'slices':
    case 'round':
    case 'not':
      return [node.of]
  }
}
