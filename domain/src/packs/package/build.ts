import { type Question as Asked, evaluate } from '../../rules/answer/evaluate.js'
import { settle } from '../../rules/answer/settle.js'
import type { Subject } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { Result } from '../../rules/result.js'
import { parseDay } from '../../shared/day.js'
import { inLang, type Lang } from '../../shared/text.js'
import { entryOf, isNow } from './entry.js'
import { type IfObtained, openedByTitles } from './obtainable.js'
import { questionsOf } from './questions.js'
import { homePacks } from './regions.js'
import type { Entry, Package, PackageSubject } from './schema.js'
import { totalsOf } from './totals.js'

export interface PackageInput {
  readonly subject: PackageSubject
  readonly on: string
  readonly lang: Lang
  readonly regions: Package['regions']
  readonly known: Package['known']
  readonly records: Package['records']
  /** After settling. */
  readonly results: readonly Result[]
  readonly opened?: ReadonlyMap<string, IfObtained>
}

/** Sorts settled answers into what can be had now, what later, what is open and what is refused, and adds up. */
export function buildPackage(library: Library, input: PackageInput): Package {
  const { subject, on, lang, regions, known, records, results, opened } = input
  const day = parseDay(on)
  if (day === undefined) throw new Error(`“${on}” is no date`)
  const entries = results.map((result) => {
    const ifObtained = opened?.get(result.programme)
    const shown = ifObtained && result.verdict === 'no' ? onceObtained(ifObtained.result) : result
    return entryOf({ library, on: day, lang }, shown, ifObtained?.titles)
  })
  const met = entries.filter((entry) => entry.verdict === 'yes')
  const can = met.filter(isNow)
  const needs = entries.filter((entry) => entry.verdict === 'unknown')
  return {
    subject,
    on,
    lang,
    totals: totalsOf(can, needs),
    can: can.sort(byWorth),
    later: met.filter((entry) => !isNow(entry)).sort(byWorth),
    needs: needs.sort(byWorth),
    not: entries.filter((entry) => entry.verdict === 'no'),
    questions: questionsOf(library, entries, lang),
    regions,
    known,
    records,
  }
}

/** Nothing of it is certain before the title is there. */
function onceObtained(result: Result): Result {
  const { amountFen } = result
  return { ...result, verdict: 'unknown', amountFen: amountFen && { ...amountFen, min: '0' } }
}

/** Kept ones first, then the greatest amounts; the order of the packs where they are equal. */
function byWorth(a: Entry, b: Entry): number {
  const kept = Number(b.settled?.kept !== false) - Number(a.settled?.kept !== false)
  if (kept !== 0) return kept
  const [left, right] = [BigInt(a.amountFen?.max ?? 0), BigInt(b.amountFen?.max ?? 0)]
  return left < right ? 1 : left > right ? -1 : 0
}

export interface PackageQuestion {
  readonly subject: PackageSubject
  readonly situation: Subject
  readonly place: string | null
  /** Packs to look at beside those of its place. */
  readonly packs: readonly string[]
  readonly on: string
  readonly lang: Lang
  readonly readings: Readonly<Record<string, string>>
  readonly known: Package['known']
  readonly records: Package['records']
}

/** Decides all programmes of the regions looked at and builds the package. */
export function packageFor(library: Library, question: PackageQuestion): Package {
  const { subject, situation, place, packs, on, lang, readings, known, records } = question
  const home = new Set(homePacks(library, place).map((pack) => pack.id))
  const looked = [...library.packs.values()].filter(({ id }) => home.has(id) || packs.includes(id))
  const asked: Asked = {
    on,
    lang,
    packs: looked.map((pack) => pack.id),
    ...(Object.keys(readings).length > 0 ? { reading: readings } : {}),
  }
  const results: Result[] = settle(library, evaluate(library, situation, asked), {
    received: situation.received ?? [],
    lang,
  })
  return buildPackage(library, {
    subject,
    on,
    lang,
    known,
    records,
    results,
    regions: looked.map(({ id, title }) => ({ id, title: inLang(title, lang), home: home.has(id) })),
    opened: openedByTitles(library, situation, asked, results),
  })
}
