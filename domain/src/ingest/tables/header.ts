import type { Audience, FactDef, Library } from '../../rules/index.js'
import { findUnit } from '../../shared/unit.js'
import { factNames, nameKey } from './fact-names.js'
import { CODE_HEADERS, NAME_HEADERS, SYNONYMS, YEAR_HEADERS } from './names.js'
import type { Meaning } from './table.js'

export interface HeaderReading {
  /** One: recognised. Several, or one that is not `sure`: a person is asked. None: left out. */
  readonly meanings: readonly Meaning[]
  readonly sure: boolean
  readonly guessed: boolean
  readonly year: number | null
  readonly unit: string | null
  /** Whom a name column tells of. */
  readonly audience: Audience | null
}

const YEAR = /(?<!\d)(?:fy\s*)?((?:19|20)\d\d)(?:年度|年末|年底|年)?(?!\d)/i
const BRACKETS = /[([{【〔「]([^()[\]{}【】〔〕「」]*)[)\]}】〕」]/g

/** Longer is no header but a note: nothing is looked for in it. */
const LONGEST = 200

/** What a column header names: `2025年研发费用(万元)`, `研发费用（高企口径）`, `R&D expenditure 2025 (CNY)`. */
export function readHeader(library: Library, header: string): HeaderReading {
  const folded = header.length > LONGEST ? '' : fold(header)
  const year = YEAR.exec(folded)?.[1]
  const { rest, notes } = takeNotes(folded.replace(YEAR, ' '))
  const unit = notes.map(unitOf).find((u) => u !== null) ?? null
  const name = nameKey(rest)
  const base = {
    year: year === undefined ? null : Number(year),
    unit,
    audience: Object.hasOwn(NAME_HEADERS, name) ? (NAME_HEADERS[name] ?? null) : null,
  }
  const special = specialOf(name)
  if (special !== null) return { ...base, meanings: [special], sure: true, guessed: false }
  const found = factsOf(library, name)
  const calibred = found.facts.map((def) => withCalibre(def, name, notes))
  return { ...base, meanings: calibred, sure: found.sure, guessed: found.guessed }
}

/** Full-width forms made plain; marks of a compulsory column and line breaks dropped. */
function fold(header: string): string {
  return (
    header
      .normalize('NFKC')
      .replaceAll(/[\r\n\t*:]+/g, ' ')
      .trim()
      // `其中：研发人员`: a part of the column before it, by its own name.
      .replace(/^其中\s*/, '')
  )
}

/** What stands in brackets, and what follows a comma, a slash or 单位. */
function takeNotes(text: string): { rest: string; notes: string[] } {
  const notes: string[] = []
  const take = (_: string, note: string): string => {
    notes.push(note.trim())
    return ' '
  }
  let rest = text.replaceAll(BRACKETS, take)
  rest = rest.replace(/单位\s+(\S+)\s*$/, take)
  const parts = rest.split(/[,;/、\s_-]+/)
  const last = parts.at(-1) ?? ''
  if (parts.length > 1 && unitOf(last) !== null) {
    notes.push(last)
    rest = rest.slice(0, rest.length - last.length)
  }
  return { rest, notes }
}

function unitOf(note: string): string | null {
  const text = note.replace(/^单位|^unit\b/i, '').replaceAll(/[\s:]/g, '')
  if (text === '') return null
  if (findUnit(text)) return text
  const english: Readonly<Record<string, string>> = {
    rmb: '元',
    cny: '元',
    yuan: '元',
    '10kcny': '万元',
    '10krmb': '万元',
    '10000cny': '万元',
    '10000yuan': '万元',
    cny10000: '万元',
    rmb10000: '万元',
    '10000rmb': '万元',
    tenthousandyuan: '万元',
    wanyuan: '万元',
    percent: '%',
    people: '人',
    persons: '人',
    人民币: '元',
    人民币元: '元',
    人民币万元: '万元',
  }
  const small = text.toLowerCase().replaceAll(',', '')
  if (Object.hasOwn(english, small)) return english[small] ?? null
  const millions = /^(?:cny|rmb|yuan)?(?:million|mn|m)(?:cny|rmb|yuan)?$/.test(small)
  return millions ? '百万元' : null
}

function specialOf(name: string): Meaning | null {
  if (Object.hasOwn(NAME_HEADERS, name)) return 'name'
  if (CODE_HEADERS.has(name)) return 'credit-code'
  return YEAR_HEADERS.has(name) ? 'year' : null
}

interface Found {
  readonly facts: readonly FactDef[]
  readonly sure: boolean
  readonly guessed: boolean
}

function factsOf(library: Library, name: string): Found {
  if (name === '') return { facts: [], sure: true, guessed: false }
  const names = factNames(library)
  const bare = name.replace(/^(?:上年度|上年末|上一年度|上年|前年度|本年度|当年|年末|年度|期末)/, '')
  for (const wanted of new Set([name, bare, bare.replace(/^是否(?:为|是|有)?/, '')])) {
    const exact = names.byName.get(wanted) ?? []
    if (exact.length > 0) return { facts: exact, sure: exact.length === 1, guessed: false }
    const known = (Object.hasOwn(SYNONYMS, wanted) ? SYNONYMS[wanted] : undefined) ?? []
    const meant = known.flatMap((fact) => library.facts.get(fact) ?? [])
    if (meant.length > 0) return { facts: meant, sure: meant.length === 1, guessed: true }
  }
  const calibred = names.byCalibre.get(bare) ?? []
  if (calibred.length > 0) return { facts: calibred, sure: calibred.length === 1, guessed: false }
  return { facts: names.near(bare), sure: false, guessed: true }
}

function withCalibre(def: FactDef, name: string, notes: readonly string[]): Meaning {
  for (const [calibre, label] of def.calibres) {
    const names = [calibre, label.zh, label.en ?? '', `${calibre}口径`].map(nameKey).filter((n) => n !== '')
    const inNotes = notes.some((note) => names.includes(nameKey(note)))
    const own = nameKey(def.name)
    const inName = [calibre + own, own + calibre, `${own}${calibre}口径`, `${calibre}口径${own}`].includes(
      name.replace(/^(?:上年度|上年|年度|本年度)/, ''),
    )
    if (inNotes || inName) return `${def.name}.${calibre}`
  }
  return def.name
}
