import {
  type CheckedDraft,
  checkDraft,
  openReading,
  signReading,
  textHash,
} from '@kehui/domain/packs/publishing'
import { inLang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { type Ground, groundOf, libraryFor, programmeAt, textAt } from './ground.js'
import type { ActOnDraft, DraftStep, SaveDraft } from './schema.js'
import { type DraftChange, insertEvent, type StoredDraft, updateDraft } from './store-drafts.js'
import { keepTexts, textsOf } from './store-snapshots.js'
import { beginStep } from './take-step.js'

/** Keeps a text; each one that was kept can be had again. */
export async function saveDraft(
  context: AppContext,
  id: string,
  given: SaveDraft,
  actor: Named,
): Promise<void> {
  const { text, revision, note = null } = given
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const { draft, to } = await beginStep(db, region, id, { action: 'save', revision, note, actor })
    const hash = textHash(text)
    if (hash === draft.hash) return
    const checked = check(context, await groundOf(context, db), draft, text)
    await keepTexts(db, [{ hash, text }])
    const at = context.now()
    const title = checked.programme?.title ?? draft.title
    await updateDraft(db, region, id, { ...draft, state: to, hash, title, at })
    const { ok } = checked.check
    await insertEvent(db, region, id, {
      action: 'save',
      hash,
      by: actor.name,
      role: actor.role,
      note,
      at,
      detail: { sound: ok },
    })
  })
}

type QuietStep = Exclude<DraftStep, 'publish' | 'withdraw'>

/** Takes a step that changes nothing that is in force. */
export async function actOnDraft(
  context: AppContext,
  id: string,
  action: QuietStep,
  { revision, note: given, reading = null }: ActOnDraft,
  actor: Named,
): Promise<void> {
  const note = given?.trim() || null
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const { draft, to } = await beginStep(db, region, id, { action, revision, note, actor })
    const step = { context, db, draft, ground: await groundOf(context, db) }
    const { change = {}, detail = {} } = await EFFECTS[action](step, { actor, reading })
    const at = context.now()
    const after: DraftChange = { ...draft, state: to, at, ...change }
    await updateDraft(db, region, id, after)
    await insertEvent(db, region, id, {
      action,
      hash: after.hash,
      by: actor.name,
      role: actor.role,
      note,
      at,
      detail,
    })
  })
}

interface StepAt {
  readonly context: AppContext
  readonly db: Db
  readonly draft: StoredDraft
  readonly ground: Ground
}

interface StepBy {
  readonly actor: Named
  readonly reading: string | null
}

interface StepEffect {
  readonly change?: Partial<DraftChange>
  readonly detail?: Readonly<Record<string, unknown>>
}

const EFFECTS: Readonly<Record<QuietStep, (at: StepAt, by: StepBy) => Promise<StepEffect>>> = {
  rebase: async ({ context, draft, ground }) => {
    const base = textAt(ground, draft.path)
    const version = base && (programmeAt(context.library, draft.path)?.version ?? null)
    return { change: { baseHash: base?.hash ?? null, baseVersion: version } }
  },
  submit: async (step) => {
    const { reading } = await readyToReview(step)
    const same = textAt(step.ground, step.draft.path)?.hash === step.draft.hash
    if (same && reading === null) throw new HttpError('draft.unchanged')
    return {}
  },
  return: async () => ({}),
  sign,
  discard: async () => ({}),
}

/** Where the text can be read two ways, whoever signs says which: that is written into the text. */
async function sign(step: StepAt, { actor, reading: option }: StepBy): Promise<StepEffect> {
  const { context, db, draft, ground } = step
  const { reading, text } = await readyToReview(step)
  if (reading === null) return {}
  const options = [...reading.options.keys()]
  if (option === null || !options.includes(option))
    throw new HttpError('draft.reading-open', {
      question: reading.question.zh,
      options: [...reading.options].map(([id, label]) => `${id}（${inLang(label, 'zh')}）`).join('、'),
    })
  const signed = signReading(text, { option, by: actor.name, on: context.today() })
  soundOrRefuse(check(context, ground, draft, signed))
  const hash = textHash(signed)
  await keepTexts(db, [{ hash, text: signed }])
  return { change: { hash }, detail: { reading: option } }
}

/** A text that is sound, and whose base is still what is in force. */
async function readyToReview({ context, db, draft, ground }: StepAt) {
  refuseMoved(ground, draft)
  const text = await textOf(db, draft)
  const checked = soundOrRefuse(check(context, ground, draft, text))
  const inForce = programmeAt(context.library, draft.path)
  return { text, reading: openReading(checked, inForce) }
}

export function refuseMoved(ground: Ground, { path, baseHash }: StoredDraft): void {
  if ((textAt(ground, path)?.hash ?? null) !== baseHash) throw new HttpError('draft.base-moved')
}

export function check(context: AppContext, ground: Ground, draft: StoredDraft, text: string): CheckedDraft {
  const { programme, pack, path } = draft
  return checkDraft(libraryFor(context, ground, path), { programme, pack, source: { path, text } })
}

export function soundOrRefuse({ check, programme }: CheckedDraft) {
  if (check.ok && programme) return programme
  const { problems, failures, uncovered } = check
  throw new HttpError('draft.check', {
    problems: problems.length,
    failures: failures.length,
    uncovered: uncovered.length,
  })
}

export async function textOf(db: Db, { hash }: Pick<StoredDraft, 'hash'>): Promise<string> {
  const text = (await textsOf(db, [hash])).get(hash)
  if (text === undefined) throw new Error(`the text ${hash} is not kept`)
  return text
}
