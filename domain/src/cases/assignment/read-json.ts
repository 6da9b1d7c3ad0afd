import type { Text } from '../../shared/text.js'
import {
  likingOf,
  MOST_MEMBERS,
  MOST_SCORE,
  memberFaults,
  named,
  plain,
  type ReadProblem,
  type ReadSides,
  type WishEntry,
} from './read-problem.js'
import { noWishes, type Side, type SideMember, type Wishes } from './sides.js'

type Fields = Record<string, unknown>

/**
 * The form that `kehui assign` reads: `{left: [{id, name?, county?, capacity?, fields?, counties?, wishes?}], right,
 * pairs?: [{left, right, score | leftScore, rightScore}]}`. A wish is an id, a list of ids that are as good, or
 * `{id, score}`.
 */
export function readSidesJson(given: unknown): ReadSides {
  const problems: ReadProblem[] = []
  const wrong = (sheet: string, row: number, column: string, value: unknown, message: Text) =>
    void problems.push({ sheet, row, column, value: shown(value), message })
  const said = { left: noWishes(), right: noWishes() }
  const file = isFields(given) ? given : {}
  const read = { left: membersIn(file, 'left', wrong), right: membersIn(file, 'right', wrong) }
  for (const side of ['left', 'right'] as const) {
    const other = read[side === 'left' ? 'right' : 'left'].places
    for (const [i, { wishes, row }] of read[side].wished.entries())
      takeWishes(wishes, other, {
        wrong: (value, message) => wrong(side, row, 'wishes', value, message),
        add: (at, liking) =>
          side === 'left' ? add(said.left, i, at, liking) : add(said.right, at, i, liking),
      })
  }
  takePairs(file.pairs, read, said, wrong)
  return {
    sides: { left: read.left.members, right: read.right.members },
    said,
    problems,
  }
}

type Wrong = (sheet: string, row: number, column: string, value: unknown, message: Text) => void

interface ReadSide {
  readonly members: SideMember[]
  readonly places: Map<string, number>
  readonly wished: { readonly wishes: unknown; readonly row: number }[]
}

function membersIn(file: Fields, side: Side, wrong: Wrong): ReadSide {
  const read: ReadSide = { members: [], places: new Map(), wished: [] }
  const list = file[side]
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_MEMBERS) {
    wrong(side, 1, side, Array.isArray(list) ? list.length : list, {
      zh: `“${side}”应是一个列表，1 到 ${MOST_MEMBERS} 个`,
      en: `“${side}” is a list of 1 to ${MOST_MEMBERS}`,
    })
    return read
  }
  for (const [i, one] of list.entries()) {
    const fields: Fields = isFields(one) ? one : {}
    const { id, name = id, county = null, capacity = 1, wishes } = fields
    const member: SideMember = {
      code: typeof id === 'string' ? plain(id) : '',
      name: typeof name === 'string' ? named(name) : '',
      county: typeof county === 'string' && plain(county) !== '' ? plain(county) : null,
      capacity: typeof capacity === 'number' ? capacity : Number.NaN,
      fields: textsIn(fields.fields),
      counties: textsIn(fields.counties),
      link: null,
    }
    const faults = memberFaults(member, read.places)
    if (member.code === '') wrong(side, i + 1, 'id', id, { zh: '没有 id', en: 'There is no id' })
    for (const { field, message } of faults)
      wrong(side, i + 1, field === 'code' ? 'id' : field, fields[field === 'code' ? 'id' : field], message)
    if (faults.length > 0 || member.code === '') continue
    read.places.set(member.code, read.members.length)
    read.members.push(member)
    read.wished.push({ wishes, row: i + 1 })
  }
  return read
}

interface TakeWishes {
  readonly wrong: (value: unknown, message: Text) => void
  readonly add: (other: number, liking: number) => void
}

function takeWishes(wishes: unknown, places: ReadonlyMap<string, number>, { wrong, add }: TakeWishes): void {
  if (wishes === undefined || wishes === null) return
  if (!Array.isArray(wishes)) {
    wrong(wishes, { zh: '应是列表', en: 'It is a list' })
    return
  }
  const seen = new Set<number>()
  for (const [place, group] of wishes.entries())
    for (const one of Array.isArray(group) ? group : [group]) {
      const entry = wishOf(one, place)
      const other = entry === null ? undefined : places.get(entry.other)
      if (entry === null || other === undefined)
        wrong(one, { zh: '对方名单里没有这个 id', en: 'The other side has nobody of this id' })
      else if (seen.has(other)) wrong(one, { zh: '写了两次', en: 'It is there twice' })
      else {
        seen.add(other)
        add(other, likingOf(entry, wishes.length))
      }
    }
}

function wishOf(one: unknown, place: number): WishEntry | null {
  if (typeof one === 'string') return { other: plain(one), score: null, place }
  if (!isFields(one) || typeof one.id !== 'string' || !isScore(one.score)) return null
  return { other: plain(one.id), score: one.score, place }
}

function takePairs(
  pairs: unknown,
  read: Readonly<Record<Side, ReadSide>>,
  said: Readonly<Record<Side, Wishes>>,
  wrong: Wrong,
): void {
  if (pairs === undefined) return
  if (!Array.isArray(pairs)) {
    wrong('pairs', 1, 'pairs', pairs, { zh: '“pairs”应是列表', en: '“pairs” is a list' })
    return
  }
  const seen = new Set<string>()
  for (const [i, one] of pairs.entries()) {
    const fields: Fields = isFields(one) ? one : {}
    const { score, leftScore = score, rightScore = score } = fields
    const [left, right] = (['left', 'right'] as const).map((side) => {
      const id = fields[side]
      const found = typeof id === 'string' ? read[side].places.get(plain(id)) : undefined
      if (found === undefined)
        wrong('pairs', i + 1, side, id, { zh: '名单里没有这个 id', en: 'Nobody has this id' })
      return found
    })
    if (!isScore(leftScore) || !isScore(rightScore))
      wrong('pairs', i + 1, 'score', score ?? leftScore, {
        zh: '评分应是绝对值小于 1000000 的数',
        en: 'A score is a number smaller than 1,000,000',
      })
    else if (left !== undefined && right !== undefined) {
      if (seen.has(`${left} ${right}`))
        wrong('pairs', i + 1, 'left', fields.left, {
          zh: '这一对已经有了',
          en: 'These two are there already',
        })
      else {
        seen.add(`${left} ${right}`)
        add(said.left, left, right, leftScore)
        add(said.right, left, right, rightScore)
      }
    }
  }
}

function add(wishes: Wishes, left: number, right: number, liking: number): void {
  wishes.left.push(left)
  wishes.right.push(right)
  wishes.liking.push(liking)
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'string' && plain(one) !== '' ? [plain(one)] : []))
    : []
}

function isScore(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < MOST_SCORE
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200)
}
