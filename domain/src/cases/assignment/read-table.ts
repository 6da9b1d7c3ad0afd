import type { Text } from '../../shared/text.js'
import {
  likingOf,
  listOf,
  MOST_MEMBERS,
  MOST_SCORE,
  memberFaults,
  named,
  plain,
  type ReadProblem,
  type ReadSides,
  type WishEntry,
} from './read-problem.js'
import { noWishes, type RoundKind, SIDE_NAMES, type Side, type SideMember, type Wishes } from './sides.js'

export interface SheetGrid {
  readonly name: string
  readonly grid: readonly (readonly string[])[]
}

const COLUMNS = {
  side: ['方', '一方', '哪一方', 'side'],
  code: ['编号', '代码', '工号', '序号', 'code', 'id'],
  name: ['名称', '姓名', '名字', 'name'],
  county: ['区县', '县区', '所在区县', '所在地', 'county', 'district'],
  capacity: ['名额', '可接数', '可接数量', '容量', 'capacity'],
  fields: ['专业', '领域', '学科', '产业', 'fields', 'field', 'disciplines'],
  counties: ['限区县', '可去区县', '只去区县', 'only counties', 'counties'],
  wishes: ['意愿', '志愿', '优先顺序', 'wishes', 'preferences'],
  left: ['甲方编号', '左方编号', '甲方', 'left'],
  right: ['乙方编号', '右方编号', '乙方', 'right'],
  score: ['评分', '分数', '得分', 'score'],
  leftScore: ['甲方评分', 'left score', 'leftscore'],
  rightScore: ['乙方评分', 'right score', 'rightscore'],
} as const
type Column = keyof typeof COLUMNS

interface Head {
  readonly at: ReadonlyMap<Column, number>
  readonly titles: ReadonlyMap<Column, string>
  readonly row: number
}

interface Line {
  readonly sheet: string
  readonly row: number
  readonly head: Head
  readonly text: (column: Column) => string
  /** As it was written, but for blanks. */
  readonly name: string
}

interface Reading {
  readonly members: Record<Side, { member: SideMember; line: Line }[]>
  readonly places: Record<Side, Map<string, number>>
  /** Names are taken for codes where only one has them; those of several are at -1. */
  readonly named: Record<Side, Map<string, number>>
  readonly said: { readonly left: Wishes; readonly right: Wishes }
  readonly problems: ReadProblem[]
}

/**
 * Two sides as people write them down: a sheet for each side, or one in which a column says the side; and, where
 * there are scores, a sheet of them. Every row that cannot be used is named with the reason.
 */
export function readSheets(sheets: readonly SheetGrid[], kind: RoundKind): ReadSides {
  const reading: Reading = {
    members: { left: [], right: [] },
    places: { left: new Map(), right: new Map() },
    named: { left: new Map(), right: new Map() },
    said: { left: noWishes(), right: noWishes() },
    problems: [],
  }
  const scored: Line[] = []
  let next = 0
  for (const sheet of sheets) {
    if (isNotes(sheet) || sheet.grid.every((row) => row.every((cell) => cell.trim() === ''))) continue
    const head = headOf(sheet)
    if (!head) {
      reading.problems.push(place(sheet.name, 1, '', '', NO_HEAD))
      continue
    }
    const lines = linesOf(sheet, head)
    if (head.at.has('left') && head.at.has('right')) scored.push(...lines)
    else if (head.at.has('side')) for (const line of lines) takeMember(reading, line, sideOf(line, kind))
    else {
      const side = (['left', 'right'] as const)[next]
      next += 1
      if (side === undefined) reading.problems.push(place(sheet.name, head.row, '', '', TOO_MANY))
      else for (const line of lines) takeMember(reading, line, side)
    }
  }
  for (const side of ['left', 'right'] as const)
    if (reading.members[side].length === 0)
      reading.problems.push(place('', 1, '', '', missing(SIDE_NAMES[kind][side])))
  for (const side of ['left', 'right'] as const)
    for (const [i, { line }] of reading.members[side].entries()) takeWishes(reading, line, side, i)
  takeScores(reading, scored)
  const members = (side: Side) => reading.members[side].map(({ member }) => member)
  return {
    sides: { left: members('left'), right: members('right') },
    said: reading.said,
    problems: reading.problems,
  }
}

/** How the template's sheet of notes is called. */
function isNotes({ name }: SheetGrid): boolean {
  return /^(填写说明|说明|notes|readme)$/i.test(name.trim())
}

const NO_HEAD: Text = {
  zh: '没有找到表头：至少要有“名称”一列；评分表要有“甲方编号”“乙方编号”和“评分”',
  en: 'No headers were found: “name” is needed, or “left”, “right” and “score” for scores',
}
const TOO_MANY: Text = {
  zh: '名单工作表多于两张；甲方、乙方各一张',
  en: 'More than two sheets of members; give one for each side',
}

const NO_SIDE: Text = {
  zh: '看不出是哪一方；写“甲方”或“乙方”',
  en: 'It does not say which side; write “left” or “right”',
}
const TOO_LONG: Text = { zh: `一方超过 ${MOST_MEMBERS} 个`, en: `More than ${MOST_MEMBERS} on one side` }
const HALF_SCORED: Text = {
  zh: '有的写了分、有的没有；都写或都不写',
  en: 'Some have a score and some have none; give all or none',
}

function missing(name: Text): Text {
  return {
    zh: `没有${name.zh}名单：每方一张工作表，或用“方”一列写明`,
    en: `No ${name.en ?? name.zh} is listed: give a sheet for each side, or say the side in a column`,
  }
}

function place(sheet: string, row: number, column: string, value: string, message: Text): ReadProblem {
  return { sheet, row, column, value: value.slice(0, 200), message }
}

function headOf({ grid }: SheetGrid): Head | undefined {
  for (const [i, row] of grid.slice(0, 20).entries()) {
    const at = new Map<Column, number>()
    const titles = new Map<Column, string>()
    for (const [j, cell] of row.entries()) {
      const title = plain(cell)
        .toLowerCase()
        .replace(/[（(].*$/, '')
        .trim()
      const column = (Object.keys(COLUMNS) as Column[]).find(
        (one) => !at.has(one) && (COLUMNS[one] as readonly string[]).includes(title),
      )
      if (column === undefined) continue
      at.set(column, j)
      titles.set(column, plain(cell))
    }
    if (at.has('name') || (at.has('left') && at.has('right'))) return { at, titles, row: i + 1 }
  }
  return undefined
}

function linesOf({ name, grid }: SheetGrid, head: Head): Line[] {
  return grid.slice(head.row).flatMap((cells, i): Line[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const text = (column: Column) => plain(cells[head.at.get(column) ?? -1] ?? '')
    const written = named(cells[head.at.get('name') ?? -1] ?? '')
    return [{ sheet: name, row: head.row + i + 1, head, text, name: written }]
  })
}

function wrong({ problems }: Reading, { sheet, row, head }: Line, column: Column, value: string, why: Text) {
  problems.push(place(sheet, row, head.titles.get(column) ?? COLUMNS[column][0], value, why))
}

const LEFT_WORDS = ['甲方', '甲', '左', 'left', 'a', '一方']
const RIGHT_WORDS = ['乙方', '乙', '右', 'right', 'b', '另一方']

function sideOf(line: Line, kind: RoundKind): Side | null {
  const said = line.text('side').toLowerCase()
  const { left, right } = SIDE_NAMES[kind]
  if ([...LEFT_WORDS, left.zh, left.en?.toLowerCase()].includes(said)) return 'left'
  return [...RIGHT_WORDS, right.zh, right.en?.toLowerCase()].includes(said) ? 'right' : null
}

function takeMember(reading: Reading, line: Line, side: Side | null): void {
  if (side === null) {
    wrong(reading, line, 'side', line.text('side'), NO_SIDE)
    return
  }
  const { members, places } = reading
  if (members[side].length >= MOST_MEMBERS) {
    wrong(reading, line, 'name', '', TOO_LONG)
    return
  }
  const said = line.text('capacity')
  const name = line.text('name')
  const member: SideMember = {
    code: line.text('code') || name,
    name: line.name,
    county: line.text('county') || null,
    capacity: said === '' ? 1 : numberOf(said),
    fields: listOf(line.text('fields')),
    counties: listOf(line.text('counties')),
    link: null,
  }
  const faults = memberFaults(member, places[side])
  for (const { field, value, message } of faults)
    wrong(reading, line, field, field === 'capacity' ? said : value, message)
  if (faults.length > 0) return
  places[side].set(member.code, members[side].length)
  reading.named[side].set(name, reading.named[side].has(name) ? -1 : members[side].length)
  members[side].push({ member, line })
}

function numberOf(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** “甲；乙=丙；丁:3”: in order, those with “=” between them as good, or each with a score. */
function wishesIn(text: string): WishEntry[] {
  return text
    .split(/[、,;>|]/)
    .map((group) => group.trim())
    .filter((group) => group !== '')
    .flatMap((group, place) =>
      group.split('=').map((one): WishEntry => {
        const [, other = one, score] = /^(.*?)\s*:\s*([+-]?[\d.]+)$/.exec(one.trim()) ?? []
        return { other: other.trim(), score: score === undefined ? null : Number(score), place }
      }),
    )
}

function takeWishes(reading: Reading, line: Line, side: Side, member: number): void {
  const text = line.text('wishes')
  if (text === '') return
  const entries = wishesIn(text)
  const places = Math.max(...entries.map(({ place }) => place)) + 1
  const otherSide = side === 'left' ? 'right' : 'left'
  const seen = new Set<number>()
  const scored = entries.filter(({ score }) => score !== null).length
  if (scored > 0 && scored < entries.length) {
    wrong(reading, line, 'wishes', text, HALF_SCORED)
    return
  }
  for (const entry of entries) {
    const other = memberOf(reading, otherSide, entry.other)
    if (other === undefined)
      wrong(reading, line, 'wishes', entry.other, {
        zh: '对方名单里没有这个编号（名称有重复时须写编号）',
        en: 'The other side has nobody of this code; where names repeat the code is needed',
      })
    else if (seen.has(other))
      wrong(reading, line, 'wishes', entry.other, { zh: '写了两次', en: 'It is there twice' })
    else if (Math.abs(entry.score ?? 0) >= MOST_SCORE || Number.isNaN(entry.score ?? 0))
      wrong(reading, line, 'wishes', entry.other, {
        zh: '分数应是绝对值小于 1000000 的数',
        en: 'A score is a number smaller than 1,000,000',
      })
    else {
      seen.add(other)
      const { said } = reading
      said[side].left.push(side === 'left' ? member : other)
      said[side].right.push(side === 'left' ? other : member)
      said[side].liking.push(likingOf(entry, places))
    }
  }
}

function memberOf(reading: Reading, side: Side, said: string): number | undefined {
  const found = reading.places[side].get(said) ?? reading.named[side].get(said)
  return found === -1 ? undefined : found
}

function takeScores(reading: Reading, lines: readonly Line[]): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const ends = (['left', 'right'] as const).map((side) => {
      const code = line.text(side)
      const found = memberOf(reading, side, code)
      if (found === undefined)
        wrong(reading, line, side, code, { zh: '名单里没有这个编号', en: 'Nobody has this code' })
      return found
    })
    const [score, own, other] = (['score', 'leftScore', 'rightScore'] as const).map((column) => {
      const text = line.text(column)
      return text === '' ? undefined : numberOf(text)
    })
    const [ofLeft, ofRight] = [own ?? score, other ?? score]
    const [left, right] = ends
    if (ofLeft === undefined || ofRight === undefined || !isScore(ofLeft) || !isScore(ofRight))
      wrong(reading, line, 'score', line.text('score') || line.text('leftScore'), {
        zh: '评分应是绝对值小于 1000000 的数；只写一方的，再写“评分”一列',
        en: 'A score is a number smaller than 1,000,000, for both sides or for each',
      })
    else if (left !== undefined && right !== undefined) {
      if (seen.has(`${left} ${right}`))
        wrong(reading, line, 'left', line.text('left'), {
          zh: '这一对已经有评分',
          en: 'These two have a score already',
        })
      else {
        seen.add(`${left} ${right}`)
        add(reading.said.left, left, right, ofLeft)
        add(reading.said.right, left, right, ofRight)
      }
    }
  }
}

function isScore(value: number): boolean {
  return Math.abs(value) < MOST_SCORE
}

function add(wishes: Wishes, left: number, right: number, liking: number): void {
  wishes.left.push(left)
  wishes.right.push(right)
  wishes.liking.push(liking)
}
