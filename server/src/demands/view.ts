import { type Clarity, clarityOf, demandActions, isEditable } from '@kehui/domain/cases'
import { inLang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type {
  DemandClarity,
  DemandDetail,
  DemandItem,
  DemandList,
  DemandQuery,
  DemandView,
} from './schema.js'
import { similarDemands } from './similar.js'
import { demandEvents, findDemand, listDemands, publishedDemands, type StoredDemand } from './store.js'
import { insertView, viewsOf } from './store-views.js'
import { disclosedTo, isBroker, type Looking } from './viewer.js'
import { requireSide } from './write.js'

type Lang = 'zh' | 'en'
const PAGE_SIZE = 30
const MOST_VIEWS = 500

export async function demandList(
  { pool }: AppContext,
  { state, subject, q, page = 1 }: DemandQuery,
  { actor, as }: Looking,
): Promise<DemandList> {
  const found = await listDemands(pool, await regionOf(pool), {
    states: state && [state],
    privy: isBroker(actor) ? null : (as ?? undefined),
    subject,
    q,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  const whole = (demand: StoredDemand) => isBroker(actor) || demand.subjectId === as
  return {
    items: found.items.map((demand) => item(demand, whole(demand))),
    total: found.total,
    pageSize: PAGE_SIZE,
    counts: found.counts,
  }
}

function item(demand: StoredDemand, whole: boolean): DemandItem {
  const { title, field, neededBy } = whole ? demand.content : demand.redacted
  return {
    id: demand.id,
    title,
    subject: whole ? { id: demand.subjectId, name: demand.subjectName } : null,
    // A county is told; what is narrower may tell whose it is.
    place: demand.place?.slice(0, 6) ?? null,
    state: demand.state,
    field,
    neededBy,
    clarity: demand.clarity,
    introductions: whole ? demand.introductions : 0,
    publishedAt: demand.publishedAt?.toISOString() ?? null,
    updatedAt: demand.updatedAt.toISOString(),
  }
}

export function clarityView({ points, questions, vague }: Clarity, lang: Lang): DemandClarity {
  return {
    points,
    questions: questions.map(({ part, gain, ask }) => ({ part, gain, ask: inLang(ask, lang) })),
    vague: [...vague],
  }
}

/** One need as far as it is shown to whoever looks; that they looked is written down. */
export async function demandDetail(
  { pool }: AppContext,
  id: string,
  looking: Looking,
  lang: Lang,
): Promise<DemandDetail> {
  const region = await regionOf(pool)
  const demand = await findDemand(pool, region, id)
  if (!demand) throw new HttpError('demand.not-found')
  const { viewer, disclosure } = await disclosedTo(pool, region, demand, looking)
  if (disclosure === 'none') throw new HttpError('demand.not-found')
  const { actor, as } = looking
  if (viewer.as !== 'owner')
    await insertView(pool, region, id, {
      byName: actor.name,
      byRole: actor.role,
      asSubject: as,
      disclosure,
    })
  const side = viewer.as !== 'other'
  const content = disclosure === 'whole' ? demand.content : demand.redacted
  const others = side ? await publishedDemands(pool, region) : []
  const events = side ? await demandEvents(pool, region, id) : []
  return {
    ...item(demand, disclosure === 'whole'),
    content,
    disclosure,
    channel: demand.channel,
    visit: side && demand.visitedOn !== null ? { on: demand.visitedOn, toldBy: demand.toldBy ?? '' } : null,
    revision: demand.revision,
    quality: clarityView(clarityOf(content), lang),
    redacted: side ? demand.redacted : null,
    similar: similarDemands(demand, others).map((one) => ({
      id: one.demand.id,
      title: one.demand.redacted.title,
      likeness: one.likeness,
      why: one.shared.join(lang === 'zh' ? '、' : ', '),
    })),
    events: events.map(({ action, byName, byRole, note, at }) => ({
      action,
      by: byName ?? '',
      role: byRole,
      note,
      at: at.toISOString(),
    })),
    actions: side ? demandActions(demand.state, viewer.as === 'owner' ? 'owner' : 'broker') : [],
    editable: side && isEditable(demand.state),
  }
}

/** Who looked at it: for its company and the team that serves it. */
export async function demandViews({ pool }: AppContext, id: string, looking: Looking): Promise<DemandView[]> {
  const region = await regionOf(pool)
  await requireSide(pool, region, id, looking)
  const views = await viewsOf(pool, region, id, MOST_VIEWS)
  return views.map(({ byName, byRole, asSubject, asName, disclosure, at }) => ({
    by: byName,
    role: byRole,
    as: asSubject === null ? null : { id: asSubject, name: asName ?? '' },
    disclosure,
    at: at.toISOString(),
  }))
}
