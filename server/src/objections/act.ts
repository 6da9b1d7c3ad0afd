import { moveObjection, type Party, STEPS } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { type Actor, requireName } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { isMailAddress } from '../notices/address.js'
import { insertNotices } from '../notices/store.js'
import type { Asked } from '../packages/ask.js'
import { readFacts, saveFacts } from '../registry/save-facts.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { dueFrom } from './raise.js'
import type { ActOnObjection } from './schema.js'
import { entryNow, standingOf } from './standing.js'
import { type EventDetail, findObjection, insertEvent, type StoredObjection, saveState } from './store.js'

export interface Acting {
  readonly actor: Actor
  readonly lang: 'zh' | 'en'
}

/** Who the actor is to an objection: the bureau's clerk, or the side that objected. */
export function partyOf({ role }: Actor): Party {
  return role === 'clerk' ? 'clerk' : 'objector'
}

/** Takes one step; what it writes (a corrected fact, the answer's notice) is written with it or not at all. */
export async function actOnObjection(
  context: AppContext,
  id: string,
  given: ActOnObjection,
  acting: Acting,
): Promise<void> {
  const { pool } = context
  const { name, role } = requireName(acting.actor)
  const note = given.note?.trim() || null
  await inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const objection = await findObjection(db, region, id, true)
    if (!objection) throw new HttpError('objection.not-found')
    const moved = moveObjection(objection.state, given.action, { by: partyOf(acting.actor), note })
    if (!moved.ok) refuse(moved.why, objection, given.action)
    // What is read from here on must see what is written here: one transaction, so one connection.
    const within = { pool: db, library: context.library, today: context.today }
    const detail = await effectOf(within, objection, given, acting)
    await saveState(db, region, id, {
      state: moved.state,
      ...(given.action === 'reopen' ? { dueOn: dueFrom(context.today()) } : {}),
    })
    await insertEvent(db, region, id, { action: given.action, byName: name, byRole: role, note, detail })
    if (moved.state === 'answered') await tellAnswer(db, region, objection, { note, name, detail })
  })
}

function refuse(
  why: 'party' | 'state' | 'note',
  { state }: StoredObjection,
  action: ActOnObjection['action'],
): never {
  if (why === 'party') {
    throw new HttpError('role.not-allowed', {
      roles: STEPS[action].by === 'clerk' ? ['clerk'] : ['manager', 'service-team'],
    })
  }
  throw new HttpError(why === 'note' ? 'objection.note' : 'objection.state', { state, action })
}

async function effectOf(
  context: Asked,
  objection: StoredObjection,
  given: ActOnObjection,
  acting: Acting,
): Promise<EventDetail> {
  const changed =
    given.action === 'correct-fact' ? await correctFacts(context, objection, given, acting) : undefined
  if (given.action === 'rule-corrected') requireNewVersion(context, objection)
  const entry = await entryNow(context, objection.subjectId, objection.programme, acting.lang)
  return { ...(changed ? { changed } : {}), ...(entry ? { after: standingOf(entry) } : {}) }
}

async function correctFacts(
  { pool: db, library, today }: Asked,
  objection: StoredObjection,
  { facts = {} }: ActOnObjection,
  { actor, lang }: Acting,
) {
  if (Object.keys(facts).length === 0) throw new HttpError('facts.nothing')
  const subject = await findSubject(db, await regionOf(db), objection.subjectId)
  if (!subject) throw new HttpError('subject.not-found', { id: objection.subjectId })
  const source = lang === 'zh' ? `异议核实（${actor.name}）` : `Verified after an objection (${actor.name})`
  const read = readFacts(library, { facts })
  const saved = await saveFacts(db, library, { subject, ...read, source, observedAt: today(), lang })
  if (saved.changed.length === 0) throw new HttpError('objection.fact-same')
  return saved.changed
}

function requireNewVersion({ library }: Asked, { programme, shown }: StoredObjection): void {
  if (library.programmes.get(programme)?.version === shown.version)
    throw new HttpError('objection.rule-same', { id: programme })
}

async function tellAnswer(
  db: Db,
  region: number,
  { id, subjectId, programme, contact, shown }: StoredObjection,
  { note, name, detail }: { note: string | null; name: string; detail: EventDetail },
): Promise<void> {
  await insertNotices(db, region, [
    {
      subjectId,
      programme,
      kind: 'objection-answered',
      // An objection that is opened again is answered again.
      key: `objection ${id} ${new Date().toISOString()}`,
      content: { objection: id, answer: note, by: name, before: shown, after: detail.after ?? null },
      email: contact !== null && isMailAddress(contact) ? contact : null,
    },
  ])
}
