import type { IntroductionAction } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import { insertNotices } from '../notices/store.js'
import { findIntroduction } from './store.js'

/** Both sides are told of each step, in the words that each may read. */
export async function tellSides(
  db: Db,
  region: number,
  id: string,
  { action, by, at }: { action: IntroductionAction | 'propose'; by: string | null; at: Date },
): Promise<void> {
  const stands = await findIntroduction(db, region, id)
  if (!stands) return
  const { seekerId, providerId, demandTitle, redactedTitle, meetsOn, outcome, accepted } = stands
  const agreed = accepted.length === 2
  const content = (title: string) => ({ introduction: id, action, title, agreed, by, meetsOn, outcome })
  const told = (subjectId: string, title: string) => ({
    subjectId,
    programme: null,
    kind: 'introduction' as const,
    key: `introduction ${id} ${action} ${at.toISOString()} ${subjectId}`,
    content: content(title),
    email: null,
  })
  await insertNotices(db, region, [
    told(seekerId, demandTitle),
    told(providerId, agreed ? demandTitle : redactedTitle),
  ])
}
