import { type Static, Type } from 'typebox'
import { OUTCOMES, type OutcomeCode } from './outcome.js'

/** Two sides brought together (对接): from a proposal through both answers and a meeting to a coded outcome. */

export const IntroductionState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('agreed'),
  Type.Literal('scheduled'),
  Type.Literal('met'),
  Type.Literal('signed'),
  Type.Literal('closed'),
  Type.Literal('declined'),
  Type.Literal('lapsed'),
  Type.Literal('withdrawn'),
])
export type IntroductionState = Static<typeof IntroductionState>

export const IntroductionAction = Type.Union([
  Type.Literal('accept'),
  Type.Literal('decline'),
  Type.Literal('schedule'),
  Type.Literal('hold'),
  Type.Literal('miss'),
  Type.Literal('conclude'),
  Type.Literal('remind'),
  Type.Literal('lapse'),
  Type.Literal('withdraw'),
  Type.Literal('reopen'),
])
export type IntroductionAction = Static<typeof IntroductionAction>

export const IntroductionParty = Type.Union([
  /** The side whose need it is. */
  Type.Literal('seeker'),
  /** The side that may answer the need. */
  Type.Literal('provider'),
  /** The bureau or its service team, which brings the two together. */
  Type.Literal('broker'),
  /** The calendar: nobody answered in time. */
  Type.Literal('clock'),
])
export type IntroductionParty = Static<typeof IntroductionParty>

/** How a side told the team what the team writes down for it. */
export const AnswerChannel = Type.Union([
  Type.Literal('phone'),
  Type.Literal('visit'),
  Type.Literal('message'),
  Type.Literal('letter'),
])
export type AnswerChannel = Static<typeof AnswerChannel>

/** Who of a side gave its word, and how. */
export const Said = Type.Object({ by: Type.String({ minLength: 1, maxLength: 100 }), channel: AnswerChannel })
export type Said = Static<typeof Said>

/** Working days within which each side is to answer, and within which a meeting is to have an outcome. */
export const ANSWER_PROPOSAL_WITHIN_DAYS = 5
export const REPORT_MEETING_WITHIN_DAYS = 10

/** What is written down with an action. */
export interface IntroductionEntry {
  readonly action: IntroductionAction
  readonly by: IntroductionParty
  /** Why, where an action ends what others count on. */
  readonly note?: string | null
  /** `2026-11-25`: the day of the meeting. */
  readonly meetsOn?: string | null
  readonly outcome?: OutcomeCode | null
  /** True where the team writes down what a side told it; `said` is then owed. */
  readonly onBehalf?: boolean
  readonly said?: Said | null
}

/** How it stands, as its log tells. */
export interface Introduction {
  readonly state: IntroductionState
  readonly accepted: readonly ('seeker' | 'provider')[]
  readonly meetsOn: string | null
  readonly outcome: OutcomeCode | null
}

export const PROPOSED: Introduction = { state: 'proposed', accepted: [], meetsOn: null, outcome: null }

interface Step {
  readonly by: readonly IntroductionParty[]
  readonly from: readonly IntroductionState[]
  /** What must be said with it. */
  readonly wants: 'note' | 'day' | 'outcome' | null
}

const SIDES: readonly IntroductionParty[] = ['seeker', 'provider']
const ALL: readonly IntroductionParty[] = ['seeker', 'provider', 'broker']

/** Every action: who may take it, in which states, and what must be said with it. */
export const INTRODUCTION_STEPS: Readonly<Record<IntroductionAction, Step>> = {
  accept: { by: SIDES, from: ['proposed'], wants: null },
  decline: { by: SIDES, from: ['proposed', 'agreed', 'scheduled'], wants: 'outcome' },
  schedule: { by: ALL, from: ['agreed', 'scheduled'], wants: 'day' },
  hold: { by: ALL, from: ['scheduled'], wants: null },
  miss: { by: ALL, from: ['scheduled'], wants: 'note' },
  conclude: { by: ALL, from: ['met'], wants: 'outcome' },
  remind: { by: ['broker', 'clock'], from: ['proposed', 'scheduled', 'met'], wants: null },
  lapse: { by: ['clock'], from: ['proposed'], wants: null },
  withdraw: { by: ['broker'], from: ['proposed', 'agreed', 'scheduled'], wants: 'note' },
  reopen: { by: ['broker'], from: ['declined', 'lapsed', 'withdrawn', 'closed'], wants: 'note' },
}

export const INTRODUCTION_ACTIONS = Object.keys(INTRODUCTION_STEPS) as readonly IntroductionAction[]

export type IntroductionMoved =
  | { readonly ok: true; readonly introduction: Introduction }
  | { readonly ok: false; readonly why: 'party' | 'state' | 'note' | 'day' | 'outcome' | 'twice' | 'said' }

/** The introduction after an action, or what forbids it. */
export function moveIntroduction(before: Introduction, entry: IntroductionEntry): IntroductionMoved {
  const step = INTRODUCTION_STEPS[entry.action]
  if (!step.by.includes(entry.by)) return { ok: false, why: 'party' }
  if (!step.from.includes(before.state)) return { ok: false, why: 'state' }
  if (step.wants === 'note' && (entry.note ?? '').trim() === '') return { ok: false, why: 'note' }
  if (step.wants === 'day' && !entry.meetsOn) return { ok: false, why: 'day' }
  if (step.wants === 'outcome' && !fitsOutcome(entry)) return { ok: false, why: 'outcome' }
  if (entry.action === 'accept' && before.accepted.some((side) => side === entry.by))
    return { ok: false, why: 'twice' }
  // A side's word that the team writes down is worth what can be asked again.
  if (entry.onBehalf && (entry.said?.by ?? '').trim() === '') return { ok: false, why: 'said' }
  return { ok: true, introduction: after(before, entry) }
}

/** A refusal names a reason against; what a meeting led to can be anything. */
function fitsOutcome({ action, outcome }: IntroductionEntry): boolean {
  if (!outcome) return false
  return action === 'conclude' || OUTCOMES[outcome].ends === 'without'
}

function after(before: Introduction, { action, by, meetsOn, outcome }: IntroductionEntry): Introduction {
  switch (action) {
    case 'accept': {
      const accepted = [...before.accepted, by === 'seeker' ? ('seeker' as const) : ('provider' as const)]
      return { ...before, accepted, state: accepted.length === 2 ? 'agreed' : 'proposed' }
    }
    case 'decline':
      return { ...before, state: 'declined', outcome: outcome ?? null }
    case 'schedule':
      return { ...before, state: 'scheduled', meetsOn: meetsOn ?? null }
    case 'hold':
      return { ...before, state: 'met' }
    case 'remind':
      return before
    case 'miss':
      return { ...before, state: 'agreed', meetsOn: null }
    case 'conclude':
      return { ...before, state: concluded(outcome ?? 'other'), outcome: outcome ?? null }
    case 'lapse':
      return { ...before, state: 'lapsed', outcome: 'no-answer' }
    case 'withdraw':
      return { ...before, state: 'withdrawn' }
    case 'reopen':
      return PROPOSED
  }
}

function concluded(outcome: OutcomeCode): IntroductionState {
  const { ends } = OUTCOMES[outcome]
  return ends === 'signed' ? 'signed' : ends === 'without' ? 'closed' : 'met'
}

/** How the introduction stands after its whole log; entries that were forbidden never got into a log. */
export function introductionOf(log: readonly IntroductionEntry[]): Introduction {
  return log.reduce<Introduction>((before, entry) => after(before, entry), PROPOSED)
}

/** What a party can do with an introduction as it stands. */
export function introductionActions(
  { state, accepted }: Introduction,
  by: IntroductionParty,
): IntroductionAction[] {
  return INTRODUCTION_ACTIONS.filter((action) => {
    const step = INTRODUCTION_STEPS[action]
    if (action === 'accept' && accepted.some((side) => side === by)) return false
    return step.by.includes(by) && step.from.includes(state)
  })
}

/** Whose turn it is: whose silence holds it up. */
export function waitsFor({ state, accepted }: Introduction): readonly IntroductionParty[] {
  switch (state) {
    case 'proposed':
      return SIDES.filter((side) => !accepted.some((one) => one === side))
    case 'agreed':
      return ['broker']
    case 'scheduled':
    case 'met':
      return SIDES
    default:
      return []
  }
}
