import { evaluate } from '../../rules/answer/evaluate.js'
import type { Subject } from '../../rules/facts.js'
import type { Library, Programme } from '../../rules/programme.js'
import type { Benefit, Result } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import { type Cell, cellsFor } from '../package/cells.js'
import { homePacks } from '../package/regions.js'
import { countedFen } from '../package/totals.js'
import { reasonsFor } from './effect-reason.js'
import type { EffectOnOther, EffectReason, EffectSide } from './effect-schema.js'

/** A programme in two libraries of which everything else is the same. */
export interface Change {
  readonly programme: string
  readonly before: Library
  readonly after: Library
}

export interface EffectQuestion {
  readonly situation: Subject
  /** Code of the place it is in. */
  readonly place: string | null
  /** Packs to look at beside those of its place. */
  readonly packs: readonly string[]
  readonly on: string
  readonly lang: Lang
}

/** Certain money by kind of benefit, in fen: kinds are never added together. */
export type Certain = Partial<Record<Benefit, bigint>>

export interface SubjectEffect {
  readonly changed: boolean
  readonly before: EffectSide
  readonly after: EffectSide
  readonly reasons: readonly EffectReason[]
  /** Programmes that exclude or cap it, and for which another answer comes out. */
  readonly others: readonly EffectOnOther[]
  /** Of the programme and of all that are settled with it. */
  readonly certain: { readonly before: Certain; readonly after: Certain }
}

const NOTHING: SubjectEffect['certain'] = { before: {}, after: {} }

/** What a change of one programme does to one subject; null where neither text is for it. */
export function effectOn(change: Change, question: EffectQuestion): SubjectEffect | null {
  const { programme, before, after } = change
  const pack = (after.programmes.get(programme) ?? before.programmes.get(programme))?.pack
  if (pack === undefined || !looksAt(after, question, pack)) return null
  const [old, now] = [answer(before, programme, question), answer(after, programme, question)]
  if (!old && !now) return null
  const alike = sameAnswer(old, now) && !togetherChanged(change)
  if (alike && (now?.verdict ?? 'no') === 'no')
    return { changed: false, before: side(old), after: side(now), reasons: [], others: [], certain: NOTHING }
  const group = settledWith(change)
  const oldCells = cells(before, question)
  const nowCells = alike ? oldCells : cells(after, question)
  const sides = {
    before: settledSide(old, oldCells.get(programme)),
    after: settledSide(now, nowCells.get(programme)),
  }
  const others = alike ? [] : othersIn(after, programme, oldCells, nowCells, question.lang)
  const changed = !alike && (!sameSide(sides.before, sides.after) || others.length > 0)
  return {
    ...sides,
    changed,
    reasons: changed ? whyChanged(old, now, sides) : [],
    others,
    certain: { before: certainIn(before, group, oldCells), after: certainIn(after, group, nowCells) },
  }
}

function looksAt(library: Library, { place, packs }: EffectQuestion, pack: string): boolean {
  return packs.includes(pack) || homePacks(library, place).some(({ id }) => id === pack)
}

function answer(library: Library, id: string, { situation, on, lang }: EffectQuestion): Result | undefined {
  if (!library.programmes.has(id)) return undefined
  return evaluate(library, situation, { on, lang, programmes: [id], nearest: false })[0]
}

function cells(library: Library, { situation, place, packs, on }: EffectQuestion): Map<string, Cell> {
  return cellsFor(library, { situation, place, packs, on, nearest: false })
}

function sameAnswer(a: Result | undefined, b: Result | undefined): boolean {
  return (
    a?.verdict === b?.verdict &&
    a?.amountFen?.min === b?.amountFen?.min &&
    a?.amountFen?.max === b?.amountFen?.max
  )
}

/** Whether the two texts say different things about other programmes, or about what kind of money it is. */
function togetherChanged({ programme, before, after }: Change): boolean {
  const told = (one: Programme | undefined) =>
    one &&
    JSON.stringify([one.excludes, one.stack, one.once, one.mode, one.benefit], (key, value) =>
      key === 'at' ? undefined : typeof value === 'bigint' ? value.toString() : value,
    )
  return told(before.programmes.get(programme)) !== told(after.programmes.get(programme))
}

/** The programme, and all that exclude or cap it, directly or by way of others, in either library. */
function settledWith({ programme, before, after }: Change): ReadonlySet<string> {
  const group = new Set([programme])
  const all = [...before.programmes.values(), ...after.programmes.values()]
  for (let grown = true; grown; ) {
    const size = group.size
    const stacks = new Set(all.flatMap(({ id, stack }) => (stack && group.has(id) ? [stack.group] : [])))
    for (const { id, excludes, stack } of all) {
      const others = excludes.flatMap((exclusion) => exclusion.with)
      if (group.has(id)) for (const other of others) group.add(other)
      if (others.some((other) => group.has(other)) || (stack && stacks.has(stack.group))) group.add(id)
    }
    grown = group.size > size
  }
  return group
}

function certainIn(library: Library, group: ReadonlySet<string>, found: ReadonlyMap<string, Cell>): Certain {
  const certain: Certain = {}
  for (const [id, { verdict, amountFen, kept }] of found) {
    const programme = library.programmes.get(id)
    if (!programme || !group.has(id) || verdict !== 'yes' || !kept) continue
    const { min } = countedFen({ settled: null, amountFen, mode: programme.mode, hypothetical: false })
    if (min > 0n) certain[programme.benefit] = (certain[programme.benefit] ?? 0n) + min
  }
  return certain
}

function side(result: Result | undefined): EffectSide {
  return result ? { verdict: result.verdict, amountFen: result.amountFen, kept: true } : null
}

/** A programme that is out of force is in no package, and answers “no”. */
function settledSide(result: Result | undefined, cell: Cell | undefined): EffectSide {
  return cell ? { verdict: cell.verdict, amountFen: cell.amountFen, kept: cell.kept } : side(result)
}

function sameSide(a: EffectSide, b: EffectSide): boolean {
  return (
    a?.verdict === b?.verdict &&
    a?.amountFen?.min === b?.amountFen?.min &&
    a?.amountFen?.max === b?.amountFen?.max &&
    a?.kept === b?.kept
  )
}

function othersIn(
  library: Library,
  programme: string,
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
  lang: Lang,
): EffectOnOther[] {
  return [...after].flatMap(([id, now]) => {
    const sides = { before: settledSide(undefined, before.get(id)), after: settledSide(undefined, now) }
    if (id === programme || sameSide(sides.before, sides.after)) return []
    const title = library.programmes.get(id)?.title
    return [{ programme: id, title: title ? inLang(title, lang) : id, ...sides }]
  })
}

function whyChanged(
  old: Result | undefined,
  now: Result | undefined,
  sides: { before: EffectSide; after: EffectSide },
): EffectReason[] {
  const found = reasonsFor(old, now)
  const settled = sides.before?.kept !== sides.after?.kept
  if (found.length > 0 || !settled) return found
  return [{ kind: 'together', before: null, after: null, actual: null }]
}
