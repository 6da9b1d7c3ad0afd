import type { IntroductionAction, IntroductionParty } from '@kehui/domain/cases'
import { waitsFor } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import { insertNotices, type NewNotice } from '../notices/store.js'
import { providerSides } from './answerers.js'
import { findIntroduction, type StoredIntroduction } from './store.js'

interface Step {
  readonly action: IntroductionAction | 'propose'
  readonly by: string | null
  readonly at: Date
}

/** Both sides are told of each step, in the words that each may read. */
export async function tellSides(db: Db, region: number, id: string, step: Step): Promise<void> {
  const stands = await findIntroduction(db, region, id)
  if (!stands) return
  await insertNotices(db, region, [...seekerNotices(stands, step), ...providerNotices(stands, step)])
}

/** Whoever it waits for is reminded once of the day due. */
export async function tellAwaited(db: Db, region: number, id: string, step: Step): Promise<void> {
  const stands = await findIntroduction(db, region, id)
  if (!stands) return
  const awaited: readonly IntroductionParty[] = waitsFor(stands)
  await insertNotices(db, region, [
    ...(awaited.includes('seeker') ? seekerNotices(stands, step) : []),
    ...(awaited.includes('provider') ? providerNotices(stands, step) : []),
  ])
}

const AWAITED = { proposed: 'answer', scheduled: 'meeting', met: 'outcome' } as const

function notice(
  stands: StoredIntroduction,
  { action, by, at }: Step,
  { subjectId, title, holds }: { subjectId: string; title: string; holds: string | null },
): NewNotice {
  const { id, state, meetsOn, outcome, dueOn } = stands
  const awaits = state === 'proposed' || state === 'scheduled' || state === 'met' ? AWAITED[state] : null
  const agreed = stands.accepted.length === 2
  return {
    subjectId,
    programme: null,
    kind: 'introduction',
    key: `introduction ${id} ${action} ${at.toISOString()} ${subjectId}`,
    content: { introduction: id, action, title, agreed, by, meetsOn, outcome, holds, dueOn, awaits },
    email: null,
  }
}

function seekerNotices(stands: StoredIntroduction, step: Step): NewNotice[] {
  return [notice(stands, step, { subjectId: stands.seekerId, title: stands.demandTitle, holds: null })]
}

/** A thing reads nothing: who holds it is told for it. */
function providerNotices(stands: StoredIntroduction, step: Step): NewNotice[] {
  const { accepted, demandTitle, redactedTitle, providerId, providerName } = stands
  const title = accepted.length === 2 ? demandTitle : redactedTitle
  return providerSides(stands).map((subjectId) =>
    notice(stands, step, { subjectId, title, holds: subjectId === providerId ? null : providerName }),
  )
}
