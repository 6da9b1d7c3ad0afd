import { evaluate } from '../../rules/answer/evaluate.js'
import { settle } from '../../rules/answer/settle.js'
import type { Subject } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { Result } from '../../rules/result.js'
import type { Lang } from '../../shared/text.js'
import type { Change } from './change.js'
import { compareFacts, factsOf, type LibraryChanges } from './library.js'
import { compareOutcomes, type OutcomeChange } from './outcome.js'

/** A library with a subject as it reads it: facts may be declared otherwise in another version. */
export interface Side {
  readonly library: Library
  readonly subject: Subject
}

export interface Affected {
  readonly programmes: readonly string[]
  /** What is different in each, its facts included. */
  readonly changes: ReadonlyMap<string, readonly Change[]>
}

/** The programmes whose answers can differ: those of another version, and those that are settled together with them. */
export function affectedBy(before: Library, after: Library, { programmes }: LibraryChanges): Affected {
  const all = new Set([...before.programmes.keys(), ...after.programmes.keys()])
  const changed = [...all].filter(
    (id) => before.programmes.get(id)?.version !== after.programmes.get(id)?.version,
  )
  const linked = linksIn([before, after])
  const found = new Set<string>()
  const add = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const other of linked.get(id) ?? []) add(other)
  }
  for (const id of changed) add(id)
  const own = new Map(programmes.map(({ programme, changes }) => [programme, changes]))
  const changes = new Map(
    [...found].map((id) => {
      const programme = after.programmes.get(id)
      const facts = programme ? compareFacts(before, after, factsOf(after, programme)) : []
      return [id, [...(own.get(id) ?? []), ...facts]]
    }),
  )
  return { programmes: [...all].filter((id) => found.has(id)).sort(), changes }
}

function linksIn(libraries: readonly Library[]): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>()
  const link = (a: string, b: string) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = links.get(one) ?? new Set<string>()
      links.set(one, set.add(other))
    }
  }
  for (const { programmes } of libraries) {
    const groups = new Map<string, string>()
    for (const { id, excludes, stack } of programmes.values()) {
      for (const other of excludes.flatMap((exclusion) => exclusion.with)) link(id, other)
      if (!stack) continue
      const first = groups.get(stack.group)
      if (first === undefined) groups.set(stack.group, id)
      else link(first, id)
    }
  }
  return links
}

/** How one subject's answers differ, programme by programme. */
export function compareSubject(
  before: Side,
  after: Side,
  { programmes, changes }: Affected,
  { on, lang }: { readonly on: string; readonly lang: Lang },
): OutcomeChange[] {
  const answers = ({ library, subject }: Side): Map<string, Result> => {
    const known = programmes.filter((id) => library.programmes.has(id))
    const results = evaluate(library, subject, { on, lang, programmes: known, nearest: false })
    const settled = settle(library, results, { received: subject.received ?? [], lang })
    return new Map(settled.map((result) => [result.programme, result]))
  }
  const [olds, news] = [answers(before), answers(after)]
  return programmes.flatMap(
    (id) => compareOutcomes(olds.get(id) ?? null, news.get(id) ?? null, changes.get(id) ?? [], lang) ?? [],
  )
}
