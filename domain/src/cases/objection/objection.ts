import { type Static, Type } from 'typebox'

/** “This verdict is wrong”: from the reason given to a corrected fact, a corrected rule or an answer. */

export const ObjectionState = Type.Union([
  Type.Literal('open'),
  Type.Literal('taken'),
  Type.Literal('awaiting-rule'),
  Type.Literal('answered'),
  Type.Literal('withdrawn'),
])
export type ObjectionState = Static<typeof ObjectionState>

export const ObjectionAction = Type.Union([
  Type.Literal('take'),
  Type.Literal('release'),
  Type.Literal('answer'),
  Type.Literal('correct-fact'),
  Type.Literal('refer-rule'),
  Type.Literal('rule-corrected'),
  Type.Literal('withdraw'),
  Type.Literal('reopen'),
])
export type ObjectionAction = Static<typeof ObjectionAction>

/** Who acts: the one who objected (a company, or its service team for it) or the bureau's clerk. */
export type Party = 'objector' | 'clerk'

/** Working days within which the bureau answers. */
export const ANSWER_WITHIN_DAYS = 5

interface Step {
  readonly by: Party
  readonly from: readonly ObjectionState[]
  readonly to: ObjectionState
  /** Whether it must be said in words why. */
  readonly note: boolean
}

/** Every action: who may take it, in which states, and where it leads. */
export const STEPS: Readonly<Record<ObjectionAction, Step>> = {
  take: { by: 'clerk', from: ['open'], to: 'taken', note: false },
  release: { by: 'clerk', from: ['taken'], to: 'open', note: false },
  answer: { by: 'clerk', from: ['open', 'taken', 'awaiting-rule'], to: 'answered', note: true },
  'correct-fact': { by: 'clerk', from: ['open', 'taken'], to: 'answered', note: true },
  'refer-rule': { by: 'clerk', from: ['open', 'taken'], to: 'awaiting-rule', note: true },
  'rule-corrected': { by: 'clerk', from: ['awaiting-rule'], to: 'answered', note: true },
  withdraw: { by: 'objector', from: ['open', 'taken', 'awaiting-rule'], to: 'withdrawn', note: false },
  reopen: { by: 'objector', from: ['answered'], to: 'open', note: true },
}

export const OBJECTION_ACTIONS = Object.keys(STEPS) as readonly ObjectionAction[]

export type Moved =
  | { readonly ok: true; readonly state: ObjectionState }
  | { readonly ok: false; readonly why: 'party' | 'state' | 'note' }

/** The state after an action, or what forbids it. */
export function moveObjection(
  state: ObjectionState,
  action: ObjectionAction,
  { by, note }: { readonly by: Party; readonly note: string | null },
): Moved {
  const step = STEPS[action]
  if (step.by !== by) return { ok: false, why: 'party' }
  if (!step.from.includes(state)) return { ok: false, why: 'state' }
  if (step.note && (note ?? '').trim() === '') return { ok: false, why: 'note' }
  return { ok: true, state: step.to }
}

/** What a party can do with an objection as it stands. */
export function actionsOn(state: ObjectionState, by: Party): ObjectionAction[] {
  return OBJECTION_ACTIONS.filter((action) => STEPS[action].by === by && STEPS[action].from.includes(state))
}

/** Whether the bureau still owes an answer. */
export function isPending(state: ObjectionState): boolean {
  return state === 'open' || state === 'taken' || state === 'awaiting-rule'
}
