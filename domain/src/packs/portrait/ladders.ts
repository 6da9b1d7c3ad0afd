import type { Subject } from '../../rules/facts.js'
import type { Ladder, LadderStep } from '../../rules/ladder.js'
import type { Library } from '../../rules/programme.js'
import type { Trace, Verdict } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import { keyWords, nearestWords } from '../cultivation/words.js'
import type { Entry, Package } from '../package/schema.js'
import type { Lacking, LadderStanding, StepProgramme, StepStanding } from './schema.js'

/** Where a subject stands on each ladder, and what the programmes of its regions still want for each next step. */
export function laddersFor(library: Library, situation: Subject, pkg: Package): LadderStanding[] {
  const entries = [...pkg.can, ...pkg.later, ...pkg.needs, ...pkg.not]
  return [...library.ladders.values()].map((ladder) =>
    standingOn(library, situation, ladder, entries, pkg.lang),
  )
}

function standingOn(
  library: Library,
  situation: Subject,
  ladder: Ladder,
  entries: readonly Entry[],
  lang: Lang,
): LadderStanding {
  const held = new Map(ladder.steps.map((step) => [step.id, heldBy(situation, step)]))
  const next = nextSteps(ladder, held)
  const steps = ladder.steps.map((step): StepStanding => {
    const state = held.get(step.id) ?? 'unknown'
    const isNext = next.has(step.id)
    // Of the programme, not of its answer: only where it is met does that say what it grants.
    const granting = entries.filter(({ programme }) => {
      const title = library.programmes.get(programme)?.grants?.title
      return title !== undefined && step.grants.includes(title)
    })
    return {
      id: step.id,
      title: inLang(step.title, lang),
      held: state,
      ask: state === 'unknown' ? (step.held[0] ?? null) : null,
      next: isNext,
      after: [...step.after],
      article: step.cite.article,
      programmes: isNext ? granting.map((entry) => programmeOf(library, entry, lang)) : [],
    }
  })
  const { document, article, url, verified } = ladder.cite
  return {
    id: ladder.id,
    title: inLang(ladder.title, lang),
    cite: { document, article, url, verified },
    steps,
  }
}

/** Held where any of its facts says so, not held where all of them deny it. */
function heldBy({ facts }: Subject, { held }: LadderStep): Verdict {
  const values = held.map((name) => facts.get(name)?.value)
  if (values.some((value) => value?.kind === 'yes-no' && value.value)) return 'yes'
  const denied = values.length > 0 && values.every((value) => value?.kind === 'yes-no' && !value.value)
  return denied ? 'no' : 'unknown'
}

/**
 * Steps that are not held and that something leads to: one of the steps before it is held or passed over, or there is
 * none before it. A step that a later one that is held has passed is passed over; so is one that nobody grants, since
 * there is nothing to apply for.
 */
export function nextSteps(ladder: Ladder, held: ReadonlyMap<string, Verdict>): Set<string> {
  const passed = new Set<string>()
  for (const step of [...ladder.steps].reverse())
    if (held.get(step.id) === 'yes' || passed.has(step.id))
      for (const before of step.after) passed.add(before)
  const next = new Set<string>()
  for (const { id, after } of ladder.steps) {
    if (held.get(id) === 'yes' || passed.has(id)) continue
    if (after.length === 0 || after.some((before) => reachable(ladder, before, held, passed))) next.add(id)
  }
  return next
}

/** A step that nobody grants leads on only where one comes to it. */
function reachable(
  ladder: Ladder,
  id: string,
  held: ReadonlyMap<string, Verdict>,
  passed: ReadonlySet<string>,
): boolean {
  const step = ladder.steps.find((one) => one.id === id)
  if (!step) return false
  if (held.get(id) === 'yes' || passed.has(id)) return true
  return (
    step.grants.length === 0 &&
    (step.after.length === 0 || step.after.some((before) => reachable(ladder, before, held, passed)))
  )
}

function programmeOf(library: Library, entry: Entry, lang: Lang): StepProgramme {
  const { programme, title, packTitle, version, verdict, missing, nearest, nextYear, trace } = entry
  const told = nearestWords(library, nearest.length > 0 ? nearest : nextYear, lang)
  return {
    programme,
    title,
    packTitle,
    version,
    verdict,
    lacking: trace.need.flatMap(lackingOf),
    missing: missing.map((key) => keyWords(library, key, lang)),
    nearest: told === '' ? null : told,
  }
}

/** The conditions that are not met, or open: those within a group that is no whole condition of its own. */
function lackingOf(trace: Trace): Lacking[] {
  if (trace.verdict === 'yes' || !trace.matters) return []
  if (trace.kind === 'all' && trace.label === undefined) return trace.children.flatMap(lackingOf)
  return [
    {
      text: trace.label ?? trace.text,
      verdict: trace.verdict,
      actual: trace.actual ?? null,
      required: trace.required ?? null,
      article: trace.cite?.article ?? null,
    },
  ]
}
