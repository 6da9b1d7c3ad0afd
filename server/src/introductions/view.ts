import {
  contactNames,
  type IntroductionState,
  introductionActions,
  redact,
  USUAL_CAPACITY,
  waitsFor,
} from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { namesOf } from '../demands/owner-names.js'
import { isBroker, type Looking } from '../demands/viewer.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { partyOf } from './act.js'
import type {
  CapacityView,
  IntroductionDetail,
  IntroductionItem,
  IntroductionList,
  IntroductionQuery,
} from './schema.js'
import {
  findIntroduction,
  introductionEvents,
  listIntroductions,
  OPEN_STATES,
  type StoredIntroduction,
} from './store.js'
import { loadOf } from './store-capacity.js'

const PAGE_SIZE = 30
const AGREED: readonly IntroductionState[] = ['agreed', 'scheduled', 'met', 'signed']

export async function introductionList(
  context: AppContext,
  { state, demand, page = 1 }: IntroductionQuery,
  looking: Looking,
): Promise<IntroductionList> {
  const { pool, today } = context
  const states = state === 'open' || state === 'overdue' ? OPEN_STATES : state && [state]
  if (!isBroker(looking.actor) && looking.as === null) throw new HttpError('introduction.party')
  const found = await listIntroductions(pool, await regionOf(pool), {
    states,
    before: state === 'overdue' ? today() : undefined,
    demand,
    side: looking.as,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  return {
    items: found.items.map((stored) => item(context, stored, looking)),
    total: found.total,
    pageSize: PAGE_SIZE,
    counts: found.counts,
  }
}

function item({ today }: AppContext, stored: StoredIntroduction, looking: Looking): IntroductionItem {
  const { id, state, accepted, meetsOn, outcome, dueOn, reasons } = stored
  const party = partyOf(stored, looking)
  const open = isOpen(stored, looking)
  const own = party === 'seeker'
  return {
    id,
    demand: { id: stored.demandId, title: open || own ? stored.demandTitle : stored.redactedTitle },
    seeker: open || own ? { id: stored.seekerId, name: stored.seekerName } : null,
    provider: open || party === 'provider' ? { id: stored.providerId, name: stored.providerName } : null,
    holder:
      (open || party === 'provider') && stored.holderId !== null
        ? { id: stored.holderId, name: stored.holderName ?? '' }
        : null,
    state,
    accepted: [...accepted],
    meetsOn,
    outcome,
    waitsFor: [...waitsFor(stored)],
    dueOn,
    overdue: OPEN_STATES.includes(state) && dueOn !== null && dueOn < today(),
    reasons: open || own ? [...reasons] : reasons.map((reason) => hide(stored, reason)),
    updatedAt: stored.updatedAt.toISOString(),
  }
}

function isOpen({ state }: StoredIntroduction, { actor }: Looking): boolean {
  return isBroker(actor) || AGREED.includes(state)
}

/** What people write may name the side that is not told yet. */
function hide({ seekerName, demandContent }: StoredIntroduction, text: string): string {
  const names = [...namesOf(seekerName), ...contactNames(demandContent.contact)]
  return redact(text, { names, secrets: demandContent.secrets }).text
}

export async function introductionDetail(
  context: AppContext,
  id: string,
  looking: Looking,
): Promise<IntroductionDetail> {
  const { pool } = context
  const region = await regionOf(pool)
  const stored = await findIntroduction(pool, region, id)
  if (!stored) throw new HttpError('introduction.not-found')
  const party = partyOf(stored, looking)
  if (party === null) throw new HttpError('introduction.not-found')
  const events = await introductionEvents(pool, region, id)
  const shut = party === 'provider' && !isOpen(stored, looking)
  return {
    ...item(context, stored, looking),
    events: events.map(({ byName, byRole: _role, amountFen, said, at, note, ...event }) => ({
      ...event,
      note: shut && note !== null ? hide(stored, note) : note,
      by: shut && event.party === 'seeker' ? '' : (byName ?? ''),
      amountFen: amountFen?.toString() ?? null,
      said: shut && event.party === 'seeker' ? null : (said ?? null),
      at: at.toISOString(),
    })),
    contract: stored.contractId,
    actions: introductionActions(stored, party),
  }
}

export async function capacityView({ pool }: AppContext, subject: string): Promise<CapacityView> {
  const { capacity, open } = await loadOf(pool, await regionOf(pool), subject)
  return { capacity, open, usual: USUAL_CAPACITY }
}
