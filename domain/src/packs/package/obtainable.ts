import { evaluate, type Question } from '../../rules/answer/evaluate.js'
import type { FactSet, Subject } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { Result } from '../../rules/result.js'

/** What a programme would answer once titles are held that others give. */
export interface IfObtained {
  readonly result: Result
  readonly titles: readonly string[]
}

/** Titles that a met programme would give and that are not held yet. */
export function obtainableTitles(library: Library, facts: FactSet, results: readonly Result[]): string[] {
  const titles = results.flatMap(({ verdict, grants, settled }) => {
    if (verdict !== 'yes' || grants === null || settled?.kept === false) return []
    const def = library.facts.get(grants.title)
    const held = facts.get(grants.title)?.value
    const isOpen = def?.type === 'yes-no' && def.derived === null
    return isOpen && !(held?.kind === 'yes-no' && held.value) ? [grants.title] : []
  })
  return [...new Set(titles)]
}

/** Programmes that would be met only with those titles; by programme. */
export function openedByTitles(
  library: Library,
  subject: Subject,
  question: Question,
  results: readonly Result[],
): ReadonlyMap<string, IfObtained> {
  const opened = new Map<string, IfObtained>()
  const titles = obtainableTitles(library, subject.facts, results)
  if (titles.length === 0) return opened
  const before = new Map(results.map((r) => [r.programme, r.verdict]))
  const facts = new Map(subject.facts)
  for (const title of titles) facts.set(title, { value: { kind: 'yes-no', value: true } })
  for (const result of evaluate(library, { ...subject, facts }, { ...question, nearest: false })) {
    if (result.verdict !== 'yes' || before.get(result.programme) === 'yes') continue
    opened.set(result.programme, { result, titles: titles.filter((title) => sees(result, title)) })
  }
  return opened
}

/** A title counts only where the programme looks at it. */
function sees({ trace }: Result, title: string): boolean {
  const inTree = (nodes: Result['trace']['need']): boolean =>
    nodes.some((node) => node.facts.some((fact) => fact.name === title) || inTree(node.children))
  return inTree(trace.need)
}
