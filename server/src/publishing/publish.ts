import { fileHashes, filesInForce, type Held } from '@kehui/domain/packs/publishing'
import type { Library } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { check, refuseMoved, soundOrRefuse, textOf } from './act.js'
import { doesNotLoad, groundOf } from './ground.js'
import { filesAt } from './library-at.js'
import { recordSnapshot } from './record-snapshot.js'
import type { ActOnDraft } from './schema.js'
import { draftsAt, insertEvent, markPublished, type StoredDraft, updateDraft } from './store-drafts.js'
import { findSnapshot, latestSnapshot, lockSnapshots, publishedTexts } from './store-snapshots.js'
import { beginStep } from './take-step.js'

/** Puts a signed draft in force: the draft, the snapshot and the publication in one transaction, then the library. */
export async function publishDraft(
  context: AppContext,
  id: string,
  { revision, note: given }: ActOnDraft,
  actor: Named,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const note = given?.trim() || null
  await inForceAfter(context, async (db, region) => {
    const { draft, to } = await beginStep(db, region, id, { action: 'publish', revision, note, actor })
    const ground = await groundOf(context, db)
    refuseMoved(ground, draft)
    soundOrRefuse(check(context, ground, draft, await textOf(db, draft)))
    const at = context.now()
    for (const earlier of await draftsAt(db, region, draft.path, ['published'])) {
      await updateDraft(db, region, earlier.id, { ...earlier, state: 'replaced', at })
      await logStep(db, region, earlier, { action: 'replace', actor, note, at, detail: { by: id } })
    }
    await updateDraft(db, region, id, { ...draft, state: to, at })
    await markPublished(db, region, id, {
      by: actor.name,
      fileHash: fileHashes(context.packFiles)[draft.path] ?? null,
    })
    const put = await putInForce(context, db, { cause: 'publish', path: draft.path, actor, note, at })
    const told = { ...detail, snapshot: put.snapshot }
    await logStep(db, region, draft, { action: 'publish', actor, note, at, detail: told })
    return put
  })
}

/** Takes a published text out of force. What it had replaced comes back: an earlier text, else the file of the packs. */
export async function withdrawDraft(
  context: AppContext,
  id: string,
  { revision, note: given }: ActOnDraft,
  actor: Named,
): Promise<void> {
  const note = given?.trim() || null
  await inForceAfter(context, async (db, region) => {
    const { draft, to } = await beginStep(db, region, id, { action: 'withdraw', revision, note, actor })
    const at = context.now()
    await updateDraft(db, region, id, { ...draft, state: to, at })
    const [earlier] = await draftsAt(db, region, draft.path, ['replaced'])
    if (earlier) {
      await updateDraft(db, region, earlier.id, { ...earlier, state: 'published', at })
      await logStep(db, region, earlier, { action: 'restore', actor, note, at, detail: { by: id } })
    }
    const put = await putInForce(context, db, { cause: 'withdraw', path: draft.path, actor, note, at })
    await logStep(db, region, draft, {
      action: 'withdraw',
      actor,
      note,
      at,
      detail: { snapshot: put.snapshot, restored: earlier?.id ?? null },
    })
    return put
  })
}

interface Put {
  readonly library: Library
  readonly snapshot: number
  readonly held: Held | null
}

/** Runs what changes what is in force, one after the other, and shows it to everybody once it is kept. */
async function inForceAfter(
  context: AppContext,
  work: (db: Db, region: number) => Promise<Put>,
): Promise<void> {
  const put = await inTransaction(context.pool, async (db) => {
    await lockSnapshots(db)
    return work(db, await regionOf(db))
  })
  // Of two that ended at nearly the same time, the later one counts.
  if (put.snapshot < context.snapshot) return
  Object.assign(context, put)
  context.wrote.emit()
}

interface Putting {
  readonly cause: 'publish' | 'withdraw'
  readonly path: string
  readonly actor: Named
  readonly note: string | null
  readonly at: Date
}

async function putInForce(context: AppContext, db: Db, putting: Putting): Promise<Put> {
  const { cause, path, actor, note, at } = putting
  const last = context.held === null ? [] : await lastFiles(db)
  const found = filesInForce(context.packFiles, await publishedTexts(db), last)
  if (!found.ok) throw doesNotLoad(found.diagnostics)
  const { held, library, files } = found
  // What waited before may go on waiting, as long as this step is no part of the reason.
  const atFault =
    held !== null && (context.held === null || held.diagnostics.some(({ file }) => file === path))
  if (atFault) throw doesNotLoad(held.diagnostics)
  const act = { path, by: actor.name, note }
  const snapshot = await recordSnapshot(db, { files, library, cause, at, act })
  return { library, snapshot, held }
}

async function lastFiles(db: Db): Promise<{ path: string; text: string }[]> {
  const latest = await latestSnapshot(db)
  const stored = latest && (await findSnapshot(db, latest.id))
  if (!stored) throw new HttpError('snapshot.not-found', { id: 0 })
  return filesAt(db, stored.files)
}

interface LoggedStep {
  readonly action: 'publish' | 'withdraw' | 'replace' | 'restore'
  readonly actor: Named
  readonly note: string | null
  readonly at: Date
  readonly detail: Readonly<Record<string, unknown>>
}

function logStep(db: Db, region: number, draft: StoredDraft, { actor, ...step }: LoggedStep): Promise<void> {
  return insertEvent(db, region, draft.id, { ...step, hash: draft.hash, by: actor.name, role: actor.role })
}
