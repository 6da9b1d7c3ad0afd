import { compareProgrammes } from '@kehui/domain/packs/compare'
import {
  type CheckedDraft,
  draftActionsFor,
  openReading,
  readingExample,
} from '@kehui/domain/packs/publishing'
import { formatDay, inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { check, textOf } from './act.js'
import { type Ground, groundOf, programmeAt, textAt } from './ground.js'
import type {
  DraftDetail,
  DraftHistory,
  DraftItem,
  DraftReading,
  DraftReport,
  PublishingList,
} from './schema.js'
import {
  authorsOf,
  type DraftEvent,
  draftsAt,
  eventsOf,
  findDraft,
  lastActors,
  listDrafts,
  type StoredDraft,
} from './store-drafts.js'
import { publicationsOf } from './store-snapshots.js'

/** All drafts with who did what last, and what of the library in force wants somebody's attention. */
export async function publishingList(context: AppContext, lang: Lang): Promise<PublishingList> {
  const { pool, library, held } = context
  const region = await regionOf(pool)
  const drafts = await listDrafts(pool, region)
  const ids = drafts.map(({ id }) => id)
  const [authors, actors] = [await authorsOf(pool, region, ids), await lastActors(pool, region, ids)]
  const { changed } = await groundOf(context, pool)
  return {
    drafts: drafts.map((draft) =>
      itemOf(context, draft, authors.get(draft.id) ?? [], actors.get(draft.id), lang),
    ),
    unsigned: [...library.programmes.values()].flatMap(({ id, pack, title, readings }) =>
      readings && readings.signed === null
        ? [
            {
              programme: id,
              title: inLang(title, lang),
              packTitle: packTitle(context, pack, lang),
              question: inLang(readings.question, lang),
              chosen: inLang(readings.options.get(readings.default) ?? { zh: readings.default }, lang),
            },
          ]
        : [],
    ),
    changedBeneath: changed.map(({ draft, programme, path }) => ({ draft, programme, path })),
    held: held && {
      waiting: held.waiting,
      paths: [...held.paths],
      problems: held.diagnostics.map(({ file, line, column, message }) => ({ file, line, column, message })),
    },
  }
}

function packTitle({ library }: AppContext, pack: string, lang: Lang): string {
  const title = library.packs.get(pack)?.title
  return title ? inLang(title, lang) : pack
}

function itemOf(
  context: AppContext,
  draft: StoredDraft,
  authors: readonly string[],
  actor: string | undefined,
  lang: Lang,
): DraftItem {
  const { id, programme, title, pack, state, baseHash, createdBy, updatedAt } = draft
  return {
    id,
    programme,
    title: inLang(title, lang),
    pack,
    packTitle: packTitle(context, pack, lang),
    state,
    isNew: baseHash === null,
    createdBy,
    authors: [...authors],
    updatedBy: actor ?? createdBy,
    updatedAt: updatedAt.toISOString(),
  }
}

/** One draft with its text, its check, and what this person may do with it now. */
export async function draftDetail(
  context: AppContext,
  id: string,
  { name, lang }: { name: string | null; lang: Lang },
): Promise<DraftDetail> {
  const { pool } = context
  const region = await regionOf(pool)
  const draft = await findDraft(pool, region, id)
  if (!draft) throw new HttpError('draft.not-found', { id })
  const authors = (await authorsOf(pool, region, [id])).get(id) ?? []
  const events = await eventsOf(pool, region, id)
  const ground = await groundOf(context, pool)
  const text = await textOf(pool, draft)
  const others = await draftsAt(pool, region, draft.path, ['draft', 'review', 'signed'])
  const open = draft.state === 'draft' || draft.state === 'review' || draft.state === 'signed'
  return {
    ...itemOf(context, draft, authors, events.at(-1)?.by, lang),
    ...reportOf(context, check(context, ground, draft, text), draft, lang),
    path: draft.path,
    revision: draft.revision,
    text,
    actions: draftActionsFor({ state: draft.state, authors }, name ?? ''),
    inForce: await inForceOf(context, pool, ground, draft),
    baseMoved: open && (textAt(ground, draft.path)?.hash ?? null) !== draft.baseHash,
    others: others
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, state: other.state, createdBy: other.createdBy })),
    history: events.map(historyOf),
  }
}

/** What a text comes to that is not kept yet. */
export async function reportOn(
  context: AppContext,
  id: string,
  text: string,
  lang: Lang,
): Promise<DraftReport> {
  const draft = await findDraft(context.pool, await regionOf(context.pool), id)
  if (!draft) throw new HttpError('draft.not-found', { id })
  const ground = await groundOf(context, context.pool)
  return reportOf(context, check(context, ground, draft, text), draft, lang)
}

function reportOf(context: AppContext, checked: CheckedDraft, draft: StoredDraft, lang: Lang): DraftReport {
  const inForce = programmeAt(context.library, draft.path) ?? null
  return {
    check: checked.check,
    reading: readingOf(context, checked, draft, lang),
    changes: checked.programme === null ? [] : compareProgrammes(inForce, checked.programme),
  }
}

function readingOf(
  { library }: AppContext,
  checked: CheckedDraft,
  { state, path }: StoredDraft,
  lang: Lang,
): DraftReading | null {
  const readings = checked.programme?.readings
  if (!readings || !checked.programme || !checked.library) return null
  // Once the reviewer has signed, the signature stands in the text.
  const beforeSigning = state === 'draft' || state === 'review'
  return {
    question: inLang(readings.question, lang),
    options: [...readings.options].map(([id, label]) => ({ id, label: inLang(label, lang) })),
    chosen: readings.default,
    open: beforeSigning && openReading(checked.programme, programmeAt(library, path)) !== null,
    signed: readings.signed && { by: readings.signed.by, on: formatDay(readings.signed.on) },
    example: readingExample(checked.library, checked.programme),
  }
}

async function inForceOf(
  { library }: AppContext,
  db: Db,
  ground: Ground,
  { path, programme }: StoredDraft,
): Promise<DraftDetail['inForce']> {
  const current = textAt(ground, path)
  if (!current || !programmeAt(library, path)) return null
  const published = ground.published.find((one) => one.path === path)
  const [latest] = await publicationsOf(db, programme)
  return {
    text: current.text,
    origin: published ? 'web' : 'file',
    byName: published?.byName ?? null,
    since: latest?.publishedAt.toISOString() ?? null,
  }
}

function historyOf(event: DraftEvent, index: number, all: readonly DraftEvent[]): DraftHistory {
  const { id, action, by, role, note, at, hash, detail } = event
  const changedText = index === 0 || all[index - 1]?.hash !== hash
  return { id, action, by, role, note, at: at.toISOString(), detail: { ...detail }, changedText }
}
