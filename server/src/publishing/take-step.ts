import { type DraftAction, type DraftState, decideDraft } from '@kehui/domain/packs/publishing'
import type { Db } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { STATE_NAMES } from './state-names.js'
import { authorsOf, lastActors, lockDraft, type StoredDraft } from './store-drafts.js'

export interface Step {
  readonly action: DraftAction
  readonly revision: number
  readonly note: string | null
  readonly actor: Named
}

/** Holds a draft for a step that may be taken now, or says what forbids it. */
export async function beginStep(
  db: Db,
  region: number,
  id: string,
  { action, revision, note, actor }: Step,
): Promise<{ draft: StoredDraft; to: DraftState }> {
  const draft = await lockDraft(db, region, id)
  if (!draft) throw new HttpError('draft.not-found', { id })
  if (draft.revision !== revision) {
    const by = (await lastActors(db, region, [id])).get(id) ?? draft.createdBy
    throw new HttpError('draft.changed', { by, revision: draft.revision, at: draft.updatedAt.toISOString() })
  }
  const authors = (await authorsOf(db, region, [id])).get(id) ?? [draft.createdBy]
  const decision = decideDraft(action, { state: draft.state, authors }, { name: actor.name, note })
  if (decision.ok) return { draft, to: decision.to }
  const { refusal } = decision
  if (refusal.why === 'note') throw new HttpError('draft.note')
  if (refusal.why === 'own') throw new HttpError('draft.own', { authors: refusal.authors.join('、') })
  const { zh: stateZh, en: stateEn } = STATE_NAMES[draft.state]
  throw new HttpError('draft.state', {
    state: draft.state,
    stateZh,
    stateEn,
    fromZh: refusal.from.map((state) => STATE_NAMES[state].zh).join('、'),
    fromEn: refusal.from.map((state) => STATE_NAMES[state].en).join(', '),
  })
}
