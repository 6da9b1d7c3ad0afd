import { printOf, type Statement } from './statement.js'

export interface Pair {
  readonly before: Statement | null
  readonly after: Statement | null
  /** The same on both sides, but in another place. */
  readonly moved: boolean
}

interface Member {
  readonly said: Statement
  readonly print: string
  readonly index: number
}

/** Lists longer than this are not put in order step by step: they would be told as removed and added. */
const LONGEST = 2000

/**
 * Pairs the members of two lists: what is the same first, then what has only been moved, then what is alike,
 * then what stands between the same neighbours. What is left came or went.
 */
export function align(before: readonly Statement[], after: readonly Statement[]): Pair[] {
  const [olds, news] = [before.map(member), after.map(member)]
  const partner = new Map<Member, Member>()
  const join = (old: Member, now: Member) => {
    partner.set(old, now)
    partner.set(now, old)
  }
  const fixed = sameInOrder(olds, news)
  for (const [old, now] of fixed) join(old, now)
  const isOpen = (one: Member) => !partner.has(one)
  const moved = new Set<Member>()
  for (const old of olds.filter(isOpen)) {
    const now = news.find((one) => isOpen(one) && one.print === old.print)
    if (!now) continue
    join(old, now)
    moved.add(now)
  }
  for (const [old, now] of mostAlike(olds.filter(isOpen), news.filter(isOpen))) join(old, now)
  for (const [olderGap, newerGap] of gaps(olds, news, fixed)) {
    const [old, ...moreOld] = olderGap.filter(isOpen)
    const [now, ...moreNew] = newerGap.filter(isOpen)
    if (old && now && moreOld.length === 0 && moreNew.length === 0) join(old, now)
  }
  return [
    ...olds.filter(isOpen).map(({ said }) => ({ before: said, after: null, moved: false })),
    ...news.map((now) => ({
      before: partner.get(now)?.said ?? null,
      after: now.said,
      moved: moved.has(now),
    })),
  ]
}

function member(said: Statement, index: number): Member {
  return { said, print: printOf(said), index }
}

/** The longest run of equal members in the same order; equal beginnings and ends are never torn apart. */
function sameInOrder(olds: readonly Member[], news: readonly Member[]): [Member, Member][] {
  const pairs: [Member, Member][] = []
  let [start, endOld, endNew] = [0, olds.length, news.length]
  const take = (i: number, j: number): boolean => {
    const [old, now] = [olds[i], news[j]]
    if (!old || !now || old.print !== now.print) return false
    pairs.push([old, now])
    return true
  }
  while (start < Math.min(endOld, endNew) && take(start, start)) start += 1
  while (endOld > start && endNew > start && take(endOld - 1, endNew - 1)) {
    endOld -= 1
    endNew -= 1
  }
  if (endOld - start > LONGEST || endNew - start > LONGEST) return pairs
  return [...pairs, ...longestCommon(olds.slice(start, endOld), news.slice(start, endNew))].sort(
    ([a], [b]) => a.index - b.index,
  )
}

function longestCommon(olds: readonly Member[], news: readonly Member[]): [Member, Member][] {
  const length = olds.map(() => new Array<number>(news.length + 1).fill(0))
  length.push(new Array<number>(news.length + 1).fill(0))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = olds.length - 1; i >= 0; i -= 1)
    for (let j = news.length - 1; j >= 0; j -= 1) {
      const row = length[i]
      if (row)
        row[j] =
          olds[i]?.print === news[j]?.print ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: [Member, Member][] = []
  let [i, j] = [0, 0]
  while (i < olds.length && j < news.length) {
    const [old, now] = [olds[i], news[j]]
    if (old && now && old.print === now.print) {
      pairs.push([old, now])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** Greedily the most alike of those that are alike enough. */
function mostAlike(olds: readonly Member[], news: readonly Member[]): [Member, Member][] {
  const found = olds
    .flatMap((old) => news.map((now) => ({ old, now, score: likeness(old.said, now.said) })))
    .filter(({ score }) => score >= 2)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.old.index - a.now.index) - Math.abs(b.old.index - b.now.index) ||
        a.old.index - b.old.index,
    )
  const taken = new Set<Member>()
  const pairs: [Member, Member][] = []
  for (const { old, now } of found) {
    if (taken.has(old) || taken.has(now)) continue
    taken.add(old)
    taken.add(now)
    pairs.push([old, now])
  }
  return pairs
}

/** The same label or the same words around other numbers say that it is the same thing; the clause alone does not. */
function likeness(a: Statement, b: Statement): number {
  if (a.part !== b.part) return 0
  const same = (x: string | undefined, y: string | undefined) => x !== undefined && x !== '' && x === y
  return (
    (same(a.name?.zh, b.name?.zh) ? 1 : 0) +
    (same(a.label?.zh, b.label?.zh) ? 3 : 0) +
    (same(a.value?.zh, b.value?.zh) ? 2 : 0) +
    (same(skeleton(a.value?.zh), skeleton(b.value?.zh)) ? 2 : 0) +
    (same(a.clause ?? undefined, b.clause ?? undefined) ? 1 : 0)
  )
}

function skeleton(text: string | undefined): string | undefined {
  const bare = text?.replace(/\d[\d,.-]*\s*[万亿]?/g, '#')
  // Numbers alone are alike whatever they count.
  return bare !== undefined && /\p{L}{2}/u.test(bare.replaceAll('#', '')) ? bare : undefined
}

/** What lies between members that stayed. */
function gaps(
  olds: readonly Member[],
  news: readonly Member[],
  fixed: readonly (readonly [Member, Member])[],
): [readonly Member[], readonly Member[]][] {
  const ends = [
    ...fixed.map(([old, now]) => [old.index, now.index] as const),
    [olds.length, news.length] as const,
  ]
  let [fromOld, fromNew] = [0, 0]
  return ends.map(([toOld, toNew]) => {
    const gap: [readonly Member[], readonly Member[]] = [
      olds.slice(fromOld, toOld),
      news.slice(fromNew, toNew),
    ]
    ;[fromOld, fromNew] = [toOld + 1, toNew + 1]
    return gap
  })
}
