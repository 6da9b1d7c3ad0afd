/** Where a programme in the making stands. */
export const DRAFT_STATES = [
  'draft',
  'review',
  'signed',
  'published',
  'replaced',
  'withdrawn',
  'discarded',
] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** What a person can do with it, and what another one's publishing (`replace`) or withdrawing (`restore`) does to it. */
export const DRAFT_ACTIONS = [
  'save',
  'rebase',
  'submit',
  'return',
  'sign',
  'publish',
  'withdraw',
  'discard',
  'replace',
  'restore',
] as const
export type DraftAction = (typeof DRAFT_ACTIONS)[number]

interface Move {
  readonly from: readonly DraftState[]
  readonly to: DraftState
  /** A reason is asked for where somebody else has to understand it later. */
  readonly note: boolean
  /** Whether only somebody who wrote none of its text may do it. */
  readonly byOther: boolean
}

/**
 * Draft → in review → signed → published → withdrawn, and back. Signing is the review: whoever signs has read it, and
 * wrote none of it. What follows a signature changes no text, so that everybody sees what was signed.
 */
export const DRAFT_MOVES: Readonly<Record<DraftAction, Move>> = {
  save: { from: ['draft'], to: 'draft', note: false, byOther: false },
  rebase: { from: ['draft'], to: 'draft', note: false, byOther: false },
  submit: { from: ['draft'], to: 'review', note: false, byOther: false },
  return: { from: ['review', 'signed'], to: 'draft', note: true, byOther: false },
  sign: { from: ['review'], to: 'signed', note: false, byOther: true },
  publish: { from: ['signed'], to: 'published', note: false, byOther: false },
  withdraw: { from: ['published'], to: 'withdrawn', note: true, byOther: false },
  discard: { from: ['draft', 'review', 'signed'], to: 'discarded', note: true, byOther: false },
  replace: { from: ['published'], to: 'replaced', note: false, byOther: false },
  restore: { from: ['replaced'], to: 'published', note: false, byOther: false },
}

export interface DraftActor {
  readonly name: string
  readonly note?: string | null
}

export interface DraftStanding {
  readonly state: DraftState
  /** Everybody who wrote any of its text. */
  readonly authors: readonly string[]
}

export type DraftRefusal =
  | { readonly why: 'state'; readonly from: readonly DraftState[] }
  | { readonly why: 'own'; readonly authors: readonly string[] }
  | { readonly why: 'note' }

export type DraftDecision =
  | { readonly ok: true; readonly to: DraftState }
  | { readonly ok: false; readonly refusal: DraftRefusal }

/** Whether somebody may take this step now, and where it leads. */
export function decideDraft(action: DraftAction, draft: DraftStanding, actor: DraftActor): DraftDecision {
  const { from, to, note, byOther } = DRAFT_MOVES[action]
  if (!from.includes(draft.state)) return { ok: false, refusal: { why: 'state', from } }
  if (byOther && draft.authors.includes(actor.name))
    return { ok: false, refusal: { why: 'own', authors: draft.authors } }
  if (note && (actor.note ?? '').trim() === '') return { ok: false, refusal: { why: 'note' } }
  return { ok: true, to }
}

/** The steps that somebody can be offered now; a reason is asked for when it is taken. */
export function draftActionsFor(draft: DraftStanding, name: string): DraftAction[] {
  return DRAFT_ACTIONS.filter(
    (action) =>
      action !== 'replace' && action !== 'restore' && decideDraft(action, draft, { name, note: '…' }).ok,
  )
}
