import {
  clarityOf,
  type Demand,
  type DemandState,
  EMPTY_DEMAND,
  type Introduction,
  type IntroductionAction,
  type IntroductionEntry,
  introductionOf,
  redactDemand,
} from '@kehui/domain/cases'
import { namesOf } from '../../demands/owner-names.js'
import type { SampleIntroduction, SamplePath } from './introductions.js'
import type { SampleNeed } from './need.js'
import { marked } from './works.js'

/** Who brings people together in the sample city, and who speaks for the sides. */
export const TEAM = '周舟（示例）'
const SIDES = { seeker: '王示例', provider: '李示例' } as const

const DAY_MS = 86_400_000

export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T02:00:00Z`) - days * DAY_MS).toISOString()
}

export interface PastNeed {
  readonly company: string
  readonly state: DemandState
  readonly channel: SampleNeed['channel']
  readonly content: Demand
  readonly redacted: Demand
  readonly clarity: number
  readonly publishedAt: string
}

/** A need as somebody would have written it, so long ago. */
export function pastNeed(
  { company, state, channel, daysAgo, inDays, budget, text }: SampleNeed,
  today: string,
): PastNeed {
  const owner = marked(company)
  const content: Demand = {
    ...EMPTY_DEMAND,
    ...text,
    budgetFen: budget === null ? null : `${budget}000000`,
    neededBy: inDays === null ? null : daysBefore(today, -inDays).slice(0, 10),
  }
  return {
    company: owner,
    state,
    channel,
    content,
    redacted: redactDemand(content, namesOf(owner)),
    clarity: clarityOf(content).points,
    publishedAt: daysBefore(today, daysAgo),
  }
}

export interface PastEvent extends Omit<IntroductionEntry, 'action'> {
  readonly action: IntroductionAction | 'propose'
  readonly byName: string | null
  readonly at: string
}

/** The log of an introduction, and how it stands after it. */
export function pastIntroduction(
  [, , daysAgo, path, outcome]: SampleIntroduction,
  today: string,
): { readonly stands: Introduction; readonly events: readonly PastEvent[] } {
  const at = (days: number) => daysBefore(today, Math.max(0, daysAgo - days))
  const meetsOn = (path === 'scheduled' ? daysBefore(today, -4) : at(MEETING)).slice(0, 10)
  const entries = stepsOf(path).map(([action, by, day]): IntroductionEntry & { at: string } => ({
    action,
    by,
    note: action === 'withdraw' ? '企业改了方案，先不见面' : null,
    meetsOn: action === 'schedule' ? meetsOn : null,
    outcome: action === 'conclude' || action === 'decline' ? outcome : null,
    at: at(day),
  }))
  const proposed = { action: 'propose', by: 'broker', byName: TEAM, at: at(0) } as const
  return {
    stands: introductionOf(entries),
    events: [proposed, ...entries.map((entry) => ({ ...entry, byName: nameOf(entry.by) }))],
  }
}

/** Days after the proposal on which they met. */
const MEETING = 9

type Stepped = readonly [IntroductionAction, IntroductionEntry['by'], day: number]
const HALF: readonly Stepped[] = [['accept', 'seeker', 1]]
const AGREED: readonly Stepped[] = [...HALF, ['accept', 'provider', 2]]
const SCHEDULED: readonly Stepped[] = [...AGREED, ['schedule', 'broker', 3]]
const MET: readonly Stepped[] = [...SCHEDULED, ['hold', 'broker', MEETING]]

function stepsOf(path: SamplePath): readonly Stepped[] {
  switch (path) {
    case 'proposed':
      return []
    case 'half':
      return HALF
    case 'agreed':
      return AGREED
    case 'scheduled':
      return SCHEDULED
    case 'met':
      return MET
    case 'talks':
    case 'concluded':
      return [...MET, ['conclude', 'seeker', 14]]
    case 'declined':
      return [...HALF, ['decline', 'provider', 3]]
    case 'lapsed':
      return [['lapse', 'clock', 8]]
    case 'withdrawn':
      return [...HALF, ['withdraw', 'broker', 2]]
  }
}

function nameOf(by: IntroductionEntry['by']): string | null {
  if (by === 'clock') return null
  return by === 'broker' ? TEAM : SIDES[by]
}

/** The score that a ranking would have shown for such values; samples are not ranked when they are entered. */
export function scoreOf(values: SampleIntroduction[5]): number {
  const [text, chain, place, maturity] = values
  return Math.round((0.5 * text + 0.2 * chain + 0.15 * place + 0.15 * maturity) * 1000) / 1000
}
