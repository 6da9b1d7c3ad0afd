import { windowNotices } from '@kehui/domain/packs/reminders'
import { parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { insertNotices, type NewNotice } from './store.js'
import { activeFollows, type StoredFollow } from './store-follows.js'
import { untoldChanges, untoldRules, withinReach } from './store-news.js'

const LIMIT = 1_000

/** Files for all who follow something what there is to tell today; how many notices were new. */
export async function tellFollowers(context: AppContext, region: number): Promise<number> {
  const { pool } = context
  let count = await insertNotices(pool, region, await ofWindows(context, region))
  for (const news of [ofChanges, ofRules]) {
    for (let more = true; more; ) {
      const notices = await news(context, region)
      count += await insertNotices(pool, region, notices)
      more = notices.length === LIMIT
    }
  }
  return count
}

async function ofWindows(context: AppContext, region: number): Promise<NewNotice[]> {
  const { pool } = context
  const follows = await activeFollows(pool, region)
  const whole = follows.filter(({ programme }) => programme === null).map(({ subjectId }) => subjectId)
  const reach =
    whole.length > 0 ? await withinReach(pool, region, [...new Set(whole)]) : new Map<string, string[]>()
  return follows.flatMap((follow) => {
    const ids = follow.programme === null ? (reach.get(follow.subjectId) ?? []) : [follow.programme]
    return ids.flatMap((id) => windowsOf(context, follow, id))
  })
}

function windowsOf({ library, today }: AppContext, follow: StoredFollow, id: string): NewNotice[] {
  const programme = library.programmes.get(id)
  const [on, since] = [parseDay(today()), parseDay(follow.since)]
  if (!programme || on === undefined || since === undefined) return []
  return windowNotices(programme, on, { since, leadDays: follow.leadDays }).map(({ kind, key, content }) => ({
    followId: follow.id,
    subjectId: follow.subjectId,
    programme: id,
    kind,
    key: `${follow.id} ${key}`,
    content: { window: content },
    email: follow.email,
  }))
}

async function ofChanges({ pool }: AppContext, region: number): Promise<NewNotice[]> {
  const news = await untoldChanges(pool, region, LIMIT)
  return news.map(({ follow, email, subject, programme, change, before, after, reasons }) => ({
    followId: follow,
    subjectId: subject,
    programme,
    kind: 'verdict-changed',
    key: `${follow} change ${change}`,
    content: { before, after, reasons },
    email,
  }))
}

async function ofRules({ pool }: AppContext, region: number): Promise<NewNotice[]> {
  const news = await untoldRules(pool, region, LIMIT)
  return news.map(({ follow, email, subject, programme, publication, note, gone }) => ({
    followId: follow,
    subjectId: subject,
    programme,
    kind: 'rule-changed',
    key: `${follow} rule ${publication}`,
    content: { note, gone },
    email,
  }))
}
