import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Actor } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { isMailAddress } from './address.js'
import type { ChangeFollow, NewFollow } from './schema.js'
import { activeFollows, changeFollow, findFollow, insertFollow } from './store-follows.js'

const LEAD_DAYS = [30, 7, 1]

/** The address as given, or none where it is left empty; anything that is no address is refused. */
export function emailOf(given: string | null | undefined): string | null {
  const email = given?.trim() ?? ''
  if (email === '') return null
  if (!isMailAddress(email)) throw new HttpError('follow.email', { email })
  return email
}

/** Begins to follow a programme for a subject, or all within its reach; the id. */
export async function startFollowing(
  { pool, library, now }: AppContext,
  subject: string,
  given: NewFollow,
  { actor, lang }: { actor: Actor; lang: 'zh' | 'en' },
): Promise<string> {
  const { programme = null, leadDays = LEAD_DAYS } = given
  const email = emailOf(given.email)
  if (programme !== null && !library.programmes.has(programme))
    throw new HttpError('programme.not-found', { id: programme })
  return inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    if (!(await findSubject(db, region, subject))) throw new HttpError('subject.not-found', { id: subject })
    const same = (await activeFollows(db, region, subject)).find(
      (one) => one.programme === programme && one.email === email,
    )
    if (same) throw new HttpError('follow.exists', { id: same.id })
    const { role: byRole, name: byName } = actor
    const createdAt = now()
    return insertFollow(db, region, {
      subjectId: subject,
      programme,
      email,
      lang,
      leadDays,
      byRole,
      byName,
      createdAt,
    })
  })
}

export async function changeFollowing({ pool }: AppContext, id: string, given: ChangeFollow): Promise<void> {
  const region = await regionOf(pool)
  const stored = await findFollow(pool, region, id)
  if (!stored || stored.endedAt !== null) throw new HttpError('follow.not-found')
  const email = given.email === undefined ? undefined : emailOf(given.email)
  await changeFollow(pool, region, id, { email, leadDays: given.leadDays })
}
