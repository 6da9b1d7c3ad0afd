import { actionsOn, isPending } from '@kehui/domain/cases'
import { inLang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import type { Actor } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { partyOf } from './act.js'
import type { ObjectionDetail, ObjectionItem } from './schema.js'
import { entryNow, standingOf } from './standing.js'
import { eventsOf, findObjection, type StoredObjection } from './store.js'

export function objectionItem(
  { library, today }: AppContext,
  stored: StoredObjection,
  lang: 'zh' | 'en',
): ObjectionItem {
  const { id, subjectId, subjectName, programme, condition, reason, state, dueOn } = stored
  const title = library.programmes.get(programme)?.title
  return {
    id,
    subject: { id: subjectId, name: subjectName },
    programme: { id: programme, title: title ? inLang(title, lang) : programme },
    condition,
    reason,
    by: { name: stored.byName, role: stored.byRole, contact: stored.contact },
    state,
    dueOn,
    overdue: isPending(state) && dueOn < today(),
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  }
}

export async function objectionDetail(
  context: AppContext,
  id: string,
  { actor, lang }: { actor: Actor; lang: 'zh' | 'en' },
): Promise<ObjectionDetail> {
  const { pool } = context
  const region = await regionOf(pool)
  const stored = await findObjection(pool, region, id)
  if (!stored) throw new HttpError('objection.not-found')
  const entry = await entryNow(context, stored.subjectId, stored.programme, lang)
  const events = await eventsOf(pool, region, id)
  return {
    ...objectionItem(context, stored, lang),
    shown: stored.shown,
    now: entry ? standingOf(entry) : null,
    events: events.map(({ action, byName, byRole, note, detail, at }) => ({
      action,
      by: byName,
      role: byRole,
      note,
      at: at.toISOString(),
      changed: (detail.changed ?? []).map((change) => ({ ...change })),
      after: detail.after ?? null,
    })),
    actions: actionsOn(stored.state, partyOf(actor)),
  }
}
