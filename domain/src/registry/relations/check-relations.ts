import { inLang, type Lang } from '../../shared/text.js'
import { closedCircles } from './cycles.js'
import { RELATION_TYPES, suggestRelationType } from './relation-type.js'

/** A resource as a relation names it. */
export interface RelationEnd {
  readonly id: string
  readonly kind: string
}

/** A relation that somebody wants to add; `name`s are for messages only. */
export interface RelationDraft {
  readonly type: string
  readonly from: RelationEnd & { readonly name?: string }
  readonly to: RelationEnd & { readonly name?: string }
  readonly weight: number | null
}

/** A relation that is there: what circles are closed with. */
export interface KnownRelation {
  readonly type: string
  readonly from: string
  readonly to: string
}

export interface RelationProblem {
  /** Place in the list that was given. */
  readonly index: number
  readonly code: 'type' | 'kind' | 'self' | 'weight' | 'circle'
  readonly message: string
}

/**
 * What is wrong with any of the drafts, at most one problem each, in their order: an unknown type, kinds that it
 * does not join, a thing related to itself, a weight that is none, a circle where there must be none. What is not
 * named is good to be kept.
 */
export function checkRelations(
  drafts: readonly RelationDraft[],
  known: readonly KnownRelation[],
  lang: Lang = 'zh',
): RelationProblem[] {
  const problems = new Map<number, RelationProblem>()
  drafts.forEach((draft, index) => {
    const problem = ownProblem(draft, lang)
    if (problem) problems.set(index, { index, ...problem })
  })
  for (const type of RELATION_TYPES.values()) {
    if (!type.acyclic) continue
    const among = drafts.flatMap((draft, index) =>
      draft.type === type.id && !problems.has(index) ? [{ draft, index }] : [],
    )
    if (among.length === 0) continue
    const before = known.filter((relation) => relation.type === type.id)
    for (const problem of circles(among, before, lang)) problems.set(problem.index, problem)
  }
  return [...problems.values()].sort((a, b) => a.index - b.index)
}

function ownProblem(draft: RelationDraft, lang: Lang): Omit<RelationProblem, 'index'> | null {
  const zh = lang === 'zh'
  const type = RELATION_TYPES.get(draft.type)
  if (!type) {
    const meant = suggestRelationType(draft.type)
    const hint = meant === undefined ? '' : zh ? `，是不是“${meant}”？` : `; did you mean “${meant}”?`
    return {
      code: 'type',
      message: zh ? `没有“${draft.type}”这种关系${hint}` : `There is no relation “${draft.type}”${hint}`,
    }
  }
  const { from, to, weight } = draft
  if (!type.from.includes(from.kind) || !type.to.includes(to.kind)) {
    const label = inLang(type.label, lang)
    const [first, second] = [type.from.join('|'), type.to.join('|')]
    return {
      code: 'kind',
      message: zh
        ? `“${label}”连接 ${first} 与 ${second}，不连接 ${from.kind} 与 ${to.kind}`
        : `“${label}” joins ${first} and ${second}, not ${from.kind} and ${to.kind}`,
    }
  }
  if (from.id === to.id)
    return {
      code: 'self',
      message: zh
        ? `“${from.name ?? from.id}”不能与自己建立关系`
        : `“${from.name ?? from.id}” cannot be related to itself`,
    }
  if (weight !== null && !(weight >= 0 && weight <= 1))
    return {
      code: 'weight',
      message: zh ? `权重应在 0 与 1 之间，不是 ${weight}` : `A weight is from 0 to 1, not ${weight}`,
    }
  return null
}

interface Placed {
  readonly draft: RelationDraft
  readonly index: number
}

function circles(among: readonly Placed[], before: readonly KnownRelation[], lang: Lang): RelationProblem[] {
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  }
  const arcs = (list: readonly { readonly from: string; readonly to: string }[]) =>
    list.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) }))
  const kept = arcs(before)
  const added = arcs(among.map(({ draft: { from, to } }) => ({ from: from.id, to: to.id })))
  const closed = closedCircles(numbers.size, kept, added)
  if (closed.size === 0) return []
  const names = new Map(
    among.flatMap(({ draft: { from, to } }) => [
      [from.id, from.name ?? from.id] as const,
      [to.id, to.name ?? to.id] as const,
    ]),
  )
  const ids = [...numbers.keys()]
  const nameOf = (number: number) => names.get(ids[number] ?? '') ?? ids[number] ?? ''
  return [...closed].flatMap(([i, circle]) => {
    const index = among[i]?.index
    if (index === undefined) return []
    return [{ index, code: 'circle' as const, message: circleMessage(circle.map(nameOf), lang) }]
  })
}

const MOST_NAMED = 6

function circleMessage(way: readonly string[], lang: Lang): string {
  const shown = way.length > MOST_NAMED ? [...way.slice(0, MOST_NAMED - 1), '…', way.at(-1) ?? ''] : way
  const circle = shown.join(' → ')
  return lang === 'zh' ? `形成循环，不能互为组成部分：${circle}` : `It would close a circle: ${circle}`
}
