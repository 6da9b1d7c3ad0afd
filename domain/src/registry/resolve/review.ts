import { type Static, Type } from 'typebox'

/** Two resources that may be one: somebody decides, and may take it back. */
export const PairState = Type.Union([Type.Literal('open'), Type.Literal('merged'), Type.Literal('apart')])
export type PairState = Static<typeof PairState>

export const PairAction = Type.Union([
  Type.Literal('merge'),
  Type.Literal('keep-apart'),
  Type.Literal('later'),
  Type.Literal('undo'),
  Type.Literal('reopen'),
])
export type PairAction = Static<typeof PairAction>

/** What each step leads from and to, and whether it must say why. */
export const PAIR_STEPS: Readonly<
  Record<PairAction, { readonly from: PairState; readonly to: PairState; readonly why: boolean }>
> = {
  merge: { from: 'open', to: 'merged', why: false },
  'keep-apart': { from: 'open', to: 'apart', why: false },
  later: { from: 'open', to: 'open', why: false },
  undo: { from: 'merged', to: 'open', why: true },
  reopen: { from: 'apart', to: 'open', why: false },
}

export type PairMove =
  | { readonly ok: true; readonly state: PairState }
  | { readonly ok: false; readonly why: 'state' | 'note' }

export function movePair(state: PairState, action: PairAction, note: string | null): PairMove {
  const step = PAIR_STEPS[action]
  if (step.from !== state) return { ok: false, why: 'state' }
  if (step.why && (note ?? '').trim() === '') return { ok: false, why: 'note' }
  return { ok: true, state: step.to }
}
