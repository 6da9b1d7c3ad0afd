/** Where a frozen list stands. What is in it never changes. */
export const LIST_STATES = ['standing', 'replaced', 'withdrawn'] as const
export type ListState = (typeof LIST_STATES)[number]

/** What a person does (`withdraw`, `restore`), and what a newer list of the programme does to it (`replace`). */
export const LIST_ACTIONS = ['withdraw', 'restore', 'replace'] as const
export type ListAction = (typeof LIST_ACTIONS)[number]

interface Move {
  readonly from: readonly ListState[]
  readonly to: ListState
  /** Whether a reason is asked for. */
  readonly note: boolean
}

export const LIST_MOVES: Readonly<Record<ListAction, Move>> = {
  withdraw: { from: ['standing'], to: 'withdrawn', note: true },
  restore: { from: ['withdrawn'], to: 'standing', note: false },
  replace: { from: ['standing'], to: 'replaced', note: false },
}

export interface ListStanding {
  readonly state: ListState
  /** Whether another list of the same programme stands: two would propose the same money twice. */
  readonly another: boolean
}

export type ListRefusal = 'state' | 'note' | 'another'

export type ListDecision =
  | { readonly ok: true; readonly to: ListState }
  | { readonly ok: false; readonly refusal: ListRefusal }

export function decideList(
  action: ListAction,
  { state, another }: ListStanding,
  note: string | null = null,
): ListDecision {
  const move = LIST_MOVES[action]
  if (!move.from.includes(state)) return { ok: false, refusal: 'state' }
  if (move.note && (note ?? '').trim() === '') return { ok: false, refusal: 'note' }
  if (action === 'restore' && another) return { ok: false, refusal: 'another' }
  return { ok: true, to: move.to }
}
