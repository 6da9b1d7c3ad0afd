import {
  type ColumnAsk,
  type FormAsk,
  type FormCell,
  formWorkbook,
  type SelfAssessment,
  selfAssessment,
} from '@kehui/domain/packs/self-assessment'
import { type GivenFacts, type Library, type Programme, parseFacts, type Subject } from '@kehui/domain/rules'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../pack-files.js'
import { computed, findProgram, NO_SPREADSHEET } from './testing-spreadsheet.js'
import { xlsxFile } from './xlsx/workbook.js'

const library = loadLibrary()
const forms = [...library.programmes.values()].filter((p) => p.form !== null)
const noSpreadsheet = findProgram('soffice', 'libreoffice', 'localc') === undefined
const ON = '2026-06-15'

function subjectOf({ audience }: Programme, facts: GivenFacts): Subject {
  const read = parseFacts(library, { facts })
  if (!read.ok) throw new Error(read.errors.map((e) => `${e.key}: ${e.message}`).join('\n'))
  return { id: 'a', name: '云川样例科技有限公司（示例）', audience, facts: read.facts, records: read.records }
}

function asked(programme: Programme, sets: readonly GivenFacts[]): FormAsk {
  const columns: ColumnAsk[] = sets.map((facts, i) => ({
    id: `c${i}`,
    on: ON,
    name: `${i}`,
    subject: subjectOf(programme, facts),
    supposed: null,
  }))
  return { programme: programme.id, columns, sources: {}, lang: 'zh' }
}

const WORDS = { yes: '符合', no: '不符合', unknown: '待确认' } as const

/** What the outcome cell of a row must show. */
function outcome(kind: string, cell: FormCell): string | null {
  if (kind === 'fact' || kind === 'amount') return null
  if (kind === 'grade') return cell.value ?? ''
  if (kind === 'condition' || kind === 'verdict') return cell.verdict === null ? null : WORDS[cell.verdict]
  if (!cell.points) return null
  const { min, max } = cell.points
  return min === max ? String(min) : `${min}–${max}`
}

/** Rows of the form by their place in the sheet: five of the head, one before each section. */
function differences(form: SelfAssessment, sheet: readonly (readonly string[])[]): string[] {
  const found: string[] = []
  let at = 5
  for (const { rows } of form.sections) {
    at += 1
    for (const row of rows) {
      const cells = sheet[at] ?? []
      at += 1
      for (const [k, cell] of row.cells.entries()) {
        const [want, have] = [outcome(row.kind, cell), cells[3 + 2 * k + 1]]
        if (want !== null && want !== have)
          found.push(`column ${k}, ${row.label}: the sheet has ${have}, the rules ${want}`)
      }
    }
  }
  return found
}

function amountDifferences(form: SelfAssessment, sheet: readonly (readonly string[])[]): string[] {
  const row = sheet.find((cells) => cells[1] === '测算金额')
  if (!row) return []
  return form.columns.flatMap(({ amountFen }, k) => {
    const number = (text = '') => Math.round(Number(text.replaceAll(',', '')) * 100)
    const have = row[3 + 2 * k + 1] ?? ''
    if (!amountFen) return have === '—' ? [] : [`column ${k}: ${have} for no amount`]
    const [min = '', max = min] = have.split('–')
    return number(min) === Number(amountFen.min) && number(max) === Number(amountFen.max)
      ? []
      : [`column ${k}: ${have} for ${amountFen.min}..${amountFen.max}`]
  })
}

async function compare(programme: Programme, sets: readonly GivenFacts[]): Promise<string[]> {
  const ask = asked(programme, sets)
  const [form, book] = [selfAssessment(library, ask), formWorkbook(library, ask)]
  if (!form || !book) throw new Error(`${programme.id} has no form`)
  const sheet = await computed(xlsxFile(book, { cached: false }))
  return [...differences(form, sheet), ...amountDifferences(form, sheet)]
}

/** Numbers in a fixed order that look random, so that a failure can be had again. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** What examples say of each fact: values on both sides of every threshold. */
function valuesInExamples({ examples }: Programme): Map<string, string[]> {
  const values = new Map<string, Set<string>>()
  for (const { facts } of examples)
    for (const [key, value] of Object.entries(facts))
      values.set(key, (values.get(key) ?? new Set()).add(value))
  return new Map([...values].map(([key, set]) => [key, [...set]]))
}

function randomFacts(programme: Programme, random: () => number): GivenFacts {
  const known: Record<string, string> = {}
  const { facts: base = {} } = programme.examples[Math.floor(random() * programme.examples.length)] ?? {}
  const unknown = random() < 0.3 ? 0.5 : 0.06
  for (const [key, values] of valuesInExamples(programme)) {
    const draw = random()
    if (draw < unknown) continue
    const pick = values[Math.floor(random() * values.length)]
    const value = draw < 0.7 ? base[key] : draw < 0.9 ? pick : nearby(library, key, pick, random)
    if (value !== undefined) known[key] = value
  }
  const read = parseFacts(library, { facts: known })
  // What contradicts itself is left open.
  for (const { key } of read.ok ? [] : read.errors) delete known[key]
  return known
}

/** Another value of the same kind, to the last fen. */
function nearby({ facts }: Library, key: string, value = '', random: () => number): string {
  const def = facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
  const number = /^([\d.]+)\s*(\S+)$/.exec(value)
  if (def?.type !== 'quantity' || !number) return value
  const scaled = Number(number[1]) * (random() * 2)
  const digits = def.dimension === 'CNY' ? 2 : 0
  return `${scaled.toFixed(digits)} ${number[2]}`
}

const tech = library.programmes.get('cn.tech-sme')
if (!tech) throw new Error('cn.tech-sme is shipped')
const high = library.programmes.get('cn.high-tech')
if (!high) throw new Error('cn.high-tech is shipped')
const WORKED = tech.examples.find((e) => e.name === '44 分不足')?.facts ?? {}

// Side by side: a spreadsheet program needs seconds to start, and no two of them use the same folder.
describe.concurrent('the workbook of a form, computed by a spreadsheet program', () => {
  test('the worked case comes to 12 + 20 + 12 = 44; without the R&D cost to 24–74, and is open', async ({
    skip,
  }) => {
    skip(noSpreadsheet, NO_SPREADSHEET)
    const { 研发费用: _, ...without } = WORKED
    const book = formWorkbook(library, asked(tech, [WORKED, without]))
    const sheet = await computed(xlsxFile(book ?? { sheets: [] }, { cached: false }))
    const of = (label: string) => {
      const row = sheet.find((cells) => cells[1]?.startsWith(label)) ?? []
      return [row[4], row[6]]
    }
    expect(of('科技人员占职工总数')).toEqual(['12', '12'])
    expect(of('研发投入')).toEqual(['20', '0–50'])
    expect(of('有效知识产权')).toEqual(['12', '12'])
    expect(of('合计得分')).toEqual(['44', '24–74'])
    expect(of('自评结论')).toEqual(['不符合', '待确认'])
  }, 240_000)

  test('growth of exactly 35 % is told from one fen less, in figures of tens of thousands of millions', async ({
    skip,
  }) => {
    skip(noSpreadsheet, NO_SPREADSHEET)
    const first = 123_456_789n * 40_000n
    const [second, third] = [(first * 135n) / 100n, (first * 18225n) / 10_000n]
    const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')} 元`
    const facts = high.examples[0]?.facts ?? {}
    const sets = [0n, -1n, 1n].map((more) => ({
      ...facts,
      '净资产@2023': yuan(first),
      '净资产@2024': yuan(second),
      '净资产@2025': yuan(third + more),
      净资产增长评分: '10 分',
    }))
    const form = selfAssessment(library, asked(high, sets))
    const growth = form?.sections.flatMap((s) => s.rows).find((r) => r.label === '净资产增长率')
    expect(growth?.cells.map((c) => c.points?.min)).toEqual([10, 8, 10])
    expect(await compare(high, sets)).toEqual([])
  }, 240_000)

  test.for(forms.map((p) => [p.id, p] as const))(
    '%s: its examples and 200 random sets of facts',
    {
      timeout: 240_000,
    },
    async ([id, programme], { skip }) => {
      skip(noSpreadsheet, NO_SPREADSHEET)
      const random = randomOf(id.length * 7919)
      const examples = programme.examples.map((e) => e.facts)
      const sets = Array.from({ length: 200 }, () => randomFacts(programme, random))
      expect(await compare(programme, [{}, ...examples, ...sets])).toEqual([])
    },
  )
})
