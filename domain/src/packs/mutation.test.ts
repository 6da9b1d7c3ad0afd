import { describe, expect, it } from 'vitest'
import { evaluate } from '../rules/answer/evaluate.js'
import { settle } from '../rules/answer/settle.js'
import { bindProgramme } from '../rules/bind/bind.js'
import { newEngine } from '../rules/bind/engine.js'
import { parseDay } from '../shared/day.js'
import { checkExamples } from './check.js'
import { loadPacks } from './load.js'
import { libraryOf, madePack, packFiles, packIds, subjectWith } from './testing.js'
import { FACTS, OTHER, PROGRAMME } from './testing-programme.js'

const FILES = 2_000
const EXPRESSIONS = 8_000
/** No file of this size may take longer to read, to check and to evaluate. */
const LONGEST_MS = 20_000

/** A random sequence that is the same every time (Mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const PIECES = [
  ...[
    'and',
    'or',
    'not',
    '若',
    '则',
    '否则',
    '若为零 0%',
    '且',
    'in',
    'of',
    'where',
    'sum(',
    'count(',
    'cagr(',
    '满(',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '- ',
    '"',
    "'",
    '#',
    '&a',
    '*a',
    '|',
    '>',
    '!!',
    '%',
    '@',
    '`',
    '\t',
    '\n',
    '\u0000',
    '\ud800',
    '\u202e',
  ],
  ...[
    '<=',
    '>=',
    '!=',
    '=',
    '+',
    '-',
    '*',
    '/',
    '.',
    '..',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    '0.0000000001',
    '0%',
    '100 万元',
    '5 人',
    '3 年',
    '2024-02-30',
  ],
  ...[
    'Ⅰ',
    '：',
    '，',
    '（',
    '≥',
    '职工总数',
    '研发费用[前年]',
    '技术合同',
    '等级',
    '得分',
    '有投入',
    '南京市',
    '制造业',
    '是',
    'null',
    '~',
    '<<',
    '__proto__',
    'constructor',
  ],
]

function mutated(text: string, random: (below: number) => number, whole: readonly string[]): string {
  const at = random(text.length + 1)
  const length = random(12)
  const lines = text.split('\n')
  const line = random(lines.length)
  switch (random(9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length + 1)
    case 1:
      return text.slice(0, at) + (PIECES[random(PIECES.length)] ?? '') + text.slice(at)
    case 2:
      return text.slice(0, at) + (PIECES[random(PIECES.length)] ?? '') + text.slice(at + length)
    case 3:
      return text.slice(0, at)
    case 4:
      return lines.filter((_, i) => i !== line).join('\n')
    case 5:
      return [...lines.slice(0, line), ...lines.slice(line, line + 1 + random(4)), ...lines.slice(line)].join(
        '\n',
      )
    case 6: {
      const other = random(lines.length)
      return lines
        .map((l, i) => (i === line ? (lines[other] ?? '') : i === other ? (lines[line] ?? '') : l))
        .join('\n')
    }
    case 7: {
      const from = whole[random(whole.length)] ?? ''
      const start = random(from.length)
      return text.slice(0, at) + from.slice(start, start + random(60)) + text.slice(at + length)
    }
    default:
      return text.replace(/\d+/g, (n) =>
        random(8) === 0 ? String(random(3) === 0 ? 0 : random(10 ** 9)) : n,
      )
  }
}

/** Loads, checks and evaluates: an error told with its place, or a library that answers. */
function outcomeOf(text: string): 'refused' | 'loaded' {
  const start = performance.now()
  const loaded = loadPacks(madePack(FACTS, text, OTHER))
  if (loaded.ok) {
    checkExamples(loaded.library)
    const subject = subjectWith(loaded.library, { facts: { 职工总数: '100 人', 重点项目: '是' } })
    settle(loaded.library, evaluate(loaded.library, subject, { on: '2026-11-24' }))
  } else {
    expect(loaded.diagnostics.length).toBeGreaterThan(0)
    for (const d of loaded.diagnostics) {
      expect(d.file).toMatch(/^made\//)
      expect(d.line).toBeGreaterThan(0)
      expect(d.column).toBeGreaterThan(0)
      expect(d.message).not.toBe('')
    }
  }
  expect(performance.now() - start).toBeLessThan(LONGEST_MS)
  return loaded.ok ? 'loaded' : 'refused'
}

const library = libraryOf(madePack(FACTS, PROGRAMME, OTHER))
const frame = library.programmes.get('made.all')
const on = parseDay('2026-11-24') ?? 0

/** The same of one condition in the place of all others. */
function expressionOutcome(text: string): 'refused' | 'loaded' {
  const start = performance.now()
  const at = { file: 'made/programmes/p0.yaml', line: 1, column: 1 }
  const first = frame?.need[0]
  if (!frame || first?.kind !== 'expression') throw new Error('There is no condition to put it in place of')
  const item = { ...first, that: { text, at } }
  const programme = { ...frame, need: [item] }
  const { problems } = bindProgramme(newEngine(library, on), programme, 'either')
  for (const d of problems) expect([d.message !== '', d.column > 0]).toEqual([true, true])
  if (problems.length === 0) {
    const one = { ...library, programmes: new Map([[programme.id, programme]]) }
    const subject = subjectWith(library, { facts: { 职工总数: '100 人', 重点项目: '是' } })
    settle(one, evaluate(one, subject, { on: '2026-11-24' }))
  }
  expect(performance.now() - start).toBeLessThan(LONGEST_MS)
  return problems.length === 0 ? 'loaded' : 'refused'
}

/** What a crash needs to be told of: the text that caused it. */
function guarded(text: string, outcome: (text: string) => 'refused' | 'loaded'): 'refused' | 'loaded' {
  try {
    return outcome(text)
  } catch (error) {
    throw new Error(`${error} — neither refused nor loaded:\n${text}`, { cause: error })
  }
}

describe('10,000 mutated programme files and expressions are refused or load, and never crash or hang', () => {
  it(`${FILES} files`, () => {
    const random = randomFrom(20261124)
    const shipped = packFiles(...packIds())
      .filter((f) => f.path.includes('/programmes/'))
      .map((f) => f.text)
    const seen = { refused: 0, loaded: 0 }
    for (let i = 0; i < FILES; i += 1) {
      let text = PROGRAMME
      for (let n = 1 + random(3); n > 0; n -= 1) text = mutated(text, random, shipped)
      seen[guarded(text, outcomeOf)] += 1
    }
    expect(seen.refused + seen.loaded).toBe(FILES)
    // Mutations that are all refused, or none, would test little.
    expect(seen.loaded).toBeGreaterThan(FILES / 20)
    expect(seen.refused).toBeGreaterThan(FILES / 4)
  }, 300_000)

  it(`${EXPRESSIONS} expressions`, () => {
    const random = randomFrom(7)
    const conditions = [
      ...PROGRAMME.matchAll(/that: ([^,{}]+?)(?:,|\})|^ {2}- ([^{\n]+)$|: (sum\(.*)$/gm),
    ].map((m) => m[1] ?? m[2] ?? m[3] ?? '')
    const seen = { refused: 0, loaded: 0 }
    for (let i = 0; i < EXPRESSIONS; i += 1) {
      let condition = conditions[random(conditions.length)] ?? ''
      for (let n = 1 + random(3); n > 0; n -= 1) condition = mutated(condition, random, conditions)
      seen[guarded(condition, expressionOutcome)] += 1
    }
    expect(seen.refused + seen.loaded).toBe(EXPRESSIONS)
    expect(seen.loaded).toBeGreaterThan(EXPRESSIONS / 50)
    expect(seen.refused).toBeGreaterThan(EXPRESSIONS / 4)
  }, 300_000)
})
