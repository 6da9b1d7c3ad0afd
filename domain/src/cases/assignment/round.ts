import { type Static, Type } from 'typebox'

/** A round of assignment (双向分配): two sides, an answer, what people change in it, and a list that stands. */

export const RoundState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('computed'),
  /** People have pinned or forbidden pairs since: what stands does not heed that yet. */
  Type.Literal('adjusted'),
  Type.Literal('confirmed'),
  /** A later round was confirmed in its place. */
  Type.Literal('superseded'),
  Type.Literal('discarded'),
])
export type RoundState = Static<typeof RoundState>

export const RoundAction = Type.Union([
  /** Both sides are read anew: an answer before is of others. */
  Type.Literal('gather'),
  Type.Literal('compute'),
  Type.Literal('adjust'),
  Type.Literal('confirm'),
  Type.Literal('reopen'),
  Type.Literal('rerun'),
  Type.Literal('supersede'),
  Type.Literal('reinstate'),
  Type.Literal('discard'),
  Type.Literal('restore'),
])
export type RoundAction = Static<typeof RoundAction>

type To = RoundState | 'same'

/** Every action: from which states, and what each becomes. */
const STEPS: Readonly<Record<RoundAction, Readonly<Partial<Record<RoundState, To>>>>> = {
  gather: { draft: 'same', computed: 'draft', adjusted: 'draft' },
  compute: { draft: 'computed', computed: 'computed', adjusted: 'computed' },
  // The list that stands is not changed by it: the next round heeds it.
  adjust: { draft: 'same', computed: 'adjusted', adjusted: 'same', confirmed: 'same' },
  confirm: { computed: 'confirmed' },
  // To be computed again: what people pinned while it stood is to be heeded.
  reopen: { confirmed: 'adjusted' },
  rerun: { confirmed: 'same' },
  supersede: { confirmed: 'superseded' },
  // The round that took its place was opened again.
  reinstate: { superseded: 'confirmed' },
  discard: { draft: 'discarded', computed: 'discarded', adjusted: 'discarded' },
  restore: { discarded: 'draft' },
}

export const ROUND_STATES: readonly RoundState[] = RoundState.anyOf.map(({ const: state }) => state)
export const ROUND_ACTIONS: readonly RoundAction[] = RoundAction.anyOf.map(({ const: action }) => action)

/** The state after an action; null where the state forbids it. */
export function moveRound(state: RoundState, action: RoundAction): RoundState | null {
  const to = STEPS[action][state]
  return to === 'same' ? state : (to ?? null)
}

/** Taking another's place and getting it back follow from what is done to the other, gathering from computing. */
const FOLLOWING: readonly RoundAction[] = ['supersede', 'reinstate', 'gather']

/** What a person can do now. */
export function roundActions(state: RoundState): RoundAction[] {
  return ROUND_ACTIONS.filter((action) => !FOLLOWING.includes(action) && moveRound(state, action) !== null)
}
