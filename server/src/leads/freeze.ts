import { randomUUID } from 'node:crypto'
import { decideList, type ListAction } from '@kehui/domain/insights/leads'
import { type LeadKind, STATE_WORDS } from '@kehui/domain/packs/leads'
import { inForce, type Programme } from '@kehui/domain/rules'
import { type Lang, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { type FoundLeads, findLeads } from './find.js'
import {
  findLeadList,
  insertLeadEntries,
  insertLeadList,
  insertListEvent,
  lockLeads,
  readAtOnce,
  type StoredList,
  standingList,
} from './store.js'

/** Only what is paid without asking is proposed for payment; all else is for cultivation. */
export function kindOf({ mode }: Pick<Programme, 'mode'>): LeadKind {
  return mode === '免申即享' ? 'lead' : 'cultivation'
}

export function programmeOr404({ library, today }: AppContext, id: string): Programme {
  const programme = library.programmes.get(id)
  if (!programme) throw new HttpError('programme.not-found', { id })
  if (!inForce(programme, parseDay(today()) ?? 0))
    throw new HttpError('leads.not-in-force', { id, on: today() })
  return programme
}

export interface Preview {
  readonly programme: Programme
  readonly before: StoredList | null
  readonly found: FoundLeads
}

/** What freezing now would give. */
export async function previewLeads(context: AppContext, id: string): Promise<Preview> {
  const programme = programmeOr404(context, id)
  return inTransaction(context.pool, async (db) => {
    await readAtOnce(db)
    return foundNow(db, context, programme)
  })
}

async function foundNow(db: Db, context: AppContext, programme: Programme): Promise<Preview> {
  const region = await regionOf(db)
  const before = await standingList(db, region, programme.id)
  const { library } = context
  const found = await findLeads({ db, library, region, programme, on: context.today(), before })
  return { programme, before, found }
}

export interface Freezing {
  readonly programme: string
  readonly note: string | null
  /** The digest of the preview that was looked at. */
  readonly seen: string | null
}

/** Freezes the list as of today; its id. The list of the same programme that stood is replaced by it. */
export async function freezeLeads(context: AppContext, freezing: Freezing, actor: Named): Promise<string> {
  const programme = programmeOr404(context, freezing.programme)
  const id = randomUUID()
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    await lockLeads(db, region)
    const { before, found } = await foundNow(db, context, programme)
    if (freezing.seen !== null && freezing.seen !== found.digest) throw new HttpError('leads.changed')
    if (found.leads === 0) throw new HttpError('leads.nothing')
    const { entries, leastFen, mostFen, ...counts } = found
    await insertLeadList(db, region, {
      id,
      kind: kindOf(programme),
      programme: programme.id,
      version: programme.version,
      engine: context.version,
      snapshotId: String(context.snapshot),
      title: programme.title,
      source: { document: programme.source.document, number: programme.source.number },
      mode: programme.mode,
      benefit: programme.benefit,
      on: context.today(),
      ...counts,
      leastFen: leastFen.toString(),
      mostFen: mostFen.toString(),
      replaces: before?.id ?? null,
      note: freezing.note,
      frozenBy: actor.name,
      frozenRole: actor.role,
    })
    await insertLeadEntries(db, region, id, entries)
    if (before) await step(db, region, { list: before, action: 'replace', note: id, lang: 'zh' }, actor)
  })
  return id
}

interface Step {
  readonly list: StoredList
  readonly action: ListAction
  readonly note: string | null
  readonly lang: Lang
}

async function step(db: Db, region: number, { list, action, note, lang }: Step, actor: Named): Promise<void> {
  const standing = await standingList(db, region, list.programme)
  const another = standing !== null && standing.id !== list.id
  const decision = decideList(action, { state: list.state, another }, note)
  if (!decision.ok) {
    if (decision.refusal === 'state')
      throw new HttpError('leads.state', { state: STATE_WORDS[list.state][lang] })
    throw new HttpError(decision.refusal === 'note' ? 'leads.note' : 'leads.another')
  }
  await insertListEvent(db, region, list.id, { action, byName: actor.name, byRole: actor.role, note })
}

/** Withdraws a list, or takes that back. */
export async function actOnList(
  context: AppContext,
  id: string,
  given: { readonly action: 'withdraw' | 'restore'; readonly note: string | null; readonly lang: Lang },
  actor: Named,
): Promise<void> {
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    await lockLeads(db, region)
    const list = await findLeadList(db, region, id)
    if (!list) throw new HttpError('leads.not-found')
    await step(db, region, { list, ...given }, actor)
  })
}
