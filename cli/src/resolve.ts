import { parseArgs } from 'node:util'
import { NAME_KINDS, type NameKind, type Resolved, resolve, tellReason } from '@kehui/domain/registry/resolve'
import type { Lang } from '@kehui/domain/shared'
import { parsed } from './arguments.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { type Records, readRecords } from './read-records.js'

const OPTIONS = {
  left: { type: 'string' },
  right: { type: 'string' },
  top: { type: 'string' },
  names: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

const MOST = 100
/** More lines with problems than these are counted, not listed. */
const PROBLEMS_SHOWN = 50

interface Asked {
  readonly left: string
  readonly right: string
  readonly top: number | undefined
  readonly names: NameKind | undefined
  readonly lang: Lang
  readonly json: boolean
}

/** `kehui resolve`: which records of one file are those of another. */
export async function runResolve(args: string[], out: Output): Promise<number> {
  const asked = askedFor(args)
  try {
    const right = await readRecords(asked.right, asked.lang)
    const left = asked.left === asked.right ? right : await readRecords(asked.left, asked.lang)
    const read = left === right ? [left] : [left, right]
    print(out, asked, resolve(left.records, right.records, optionsOf(asked)))
    return complain(out, asked.json, read)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    out.complain(asked.json ? JSON.stringify({ error: error.message, details: [] }, null, 2) : error.message)
    return 1
  }
}

function askedFor(args: string[]): Asked {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { left, right, lang = 'zh', json = false } = values
  if (left === undefined || right === undefined) throw new UsageError('give --left FILE and --right FILE')
  if (left === '-' && right === '-') throw new UsageError('only one of the files can be standard input')
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const top = values.top === undefined ? undefined : Number(values.top)
  if (top !== undefined && !(Number.isInteger(top) && top >= 1 && top <= MOST))
    throw new UsageError(`--top is a number from 1 to ${MOST}, not “${values.top}”`)
  const names = NAME_KINDS.find((kind) => kind === values.names)
  if (values.names !== undefined && names === undefined)
    throw new UsageError(`--names is ${NAME_KINDS.join(', ')}, not “${values.names}”`)
  return { left, right, top, names, lang, json }
}

function optionsOf({ top, names }: Asked) {
  return { ...(top === undefined ? {} : { top }), ...(names === undefined ? {} : { names }) }
}

function print(out: Output, { json, lang }: Asked, found: Iterable<Resolved>): void {
  if (!json) {
    for (const one of found) out.print(asText(one, lang))
    return
  }
  // One record a line, so that a file of any length is written as it is found.
  let before = '['
  for (const one of found) {
    out.print(before + JSON.stringify(asJson(one, lang)))
    before = ','
  }
  out.print(before === '[' ? '[]' : ']')
}

function asJson({ id, candidates }: Resolved, lang: Lang) {
  return {
    id,
    candidates: candidates.map(({ id: candidate, score, band, reasons }) => ({
      id: candidate,
      score: rounded(score),
      band,
      reasons: reasons.map((reason) => ({
        ...reason,
        points: rounded(reason.points),
        text: tellReason(reason, lang),
      })),
    })),
  }
}

/** Enough digits that no two scores that differ look alike, and none that come of rounding alone. */
function rounded(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

function asText({ id, blank, candidates }: Resolved, lang: Lang): string {
  if (candidates.length === 0) return `${id}\t${NOTHING[blank ? 'blank' : 'none'][lang]}`
  return candidates
    .map(({ id: candidate, score, band, reasons }, at) => {
      const why = reasons.map((reason) => tellReason(reason, lang)).join(lang === 'zh' ? '；' : '; ')
      return `${at === 0 ? id : ''}\t${score.toFixed(3)} ${BAND[band][lang]}\t${candidate}\t${why}`
    })
    .join('\n')
}

const BAND = {
  same: { zh: '同一', en: 'same' },
  review: { zh: '待核', en: 'review' },
  different: { zh: '不同', en: 'different' },
} as const

const NOTHING = {
  blank: { zh: '没有可比较的内容', en: 'nothing to compare' },
  none: { zh: '没有相近的记录', en: 'nothing is like it' },
} as const

function complain(out: Output, json: boolean, read: readonly Records[]): number {
  const problems = read.flatMap((r) => r.problems)
  for (const note of read.flatMap((r) => r.notes)) out.complain(note)
  if (problems.length === 0) return 0
  const error = `${problems.length} ${problems.length === 1 ? 'line' : 'lines'} could not be read and were left out; the others were compared`
  const details = problems.slice(0, PROBLEMS_SHOWN)
  if (problems.length > PROBLEMS_SHOWN) details.push(`… and ${problems.length - PROBLEMS_SHOWN} more`)
  out.complain(json ? JSON.stringify({ error, details }, null, 2) : [error, ...details].join('\n'))
  return 1
}
