import type { Demand } from '@kehui/domain/cases'
import {
  type ByCounty,
  type Pair,
  type RankedMatch,
  type RankingWeights,
  rank,
  type Surroundings,
} from '@kehui/domain/matching'
import { KINDS } from '@kehui/domain/registry/kinds'
import type { AppContext } from '../context.js'
import { chainFrom } from './chain.js'
import {
  meaningText,
  needDocument,
  needOf,
  needText,
  resourceDocument,
  SUPPLY,
  searched,
} from './documents.js'
import { offeredOf, wantedOf } from './offered.js'
import type { RetrievalHit } from './retrieval.js'
import { candidatesOf, introductionsByCounty, type StoredCandidate } from './store-candidates.js'
import { needsOf, type OpenNeed } from './store-documents.js'
import { weightsOf } from './weights.js'

/** Looked at for each question: whoever is not among them is too far in words to be told. */
const CANDIDATES = 200
/** Of each kind at least so many, so that a kind with few and short texts is not crowded out. */
const OF_EACH_KIND = 40
/** Who shares less with a need than this has a syllable in common with it, not a matter. */
const LEAST_SHARE = 0.05
const DAYS_OF_BALANCE = 365

/** A match with what found it. */
export interface Found<T> {
  readonly match: RankedMatch
  readonly hit: RetrievalHit
  /** The side that was looked for. */
  readonly other: T
}

export interface RankedOffers {
  readonly found: readonly Found<StoredCandidate>[]
  readonly weights: RankingWeights
}

/** Who may answer a need, best first. Only what everybody may see is looked for: an answer must not betray the rest. */
export async function rankOffers(
  context: AppContext,
  region: number,
  need: OpenNeed,
  kind?: string,
): Promise<RankedOffers> {
  const hits = await offersFor(context, region, need.redacted, kind)
  const offers = await candidatesOf(context.pool, region, [...hits.keys()])
  // Nobody answers their own need.
  offers.delete(need.subjectId)
  const surroundings = await surroundingsOf(context, region, [...offers.values()])
  const wanted = wantedOf(need)
  const chainTo = await chainFrom(context, 'seeker', need.subjectId)
  const pairs = [...offers.values()].map(
    (offer): Pair => ({
      wanted,
      offered: offeredOf(offer),
      closeness: closenessOf(hits.get(offer.id)),
      chain: chainTo(offer.id),
    }),
  )
  const found = rank(pairs, surroundings).flatMap((match): Found<StoredCandidate>[] => {
    const [hit, other] = [hits.get(match.offered), offers.get(match.offered)]
    return hit && other ? [{ match, hit, other }] : []
  })
  return { found, weights: surroundings.weights }
}

/** The open needs that a resource may answer, best first; null where there is no such resource. */
export async function rankNeeds(
  context: AppContext,
  region: number,
  id: string,
): Promise<{ readonly offer: StoredCandidate; readonly found: readonly Found<OpenNeed>[] } | null> {
  const { pool, matching } = context
  const offer = (await candidatesOf(pool, region, [id])).get(id)
  const kind = KINDS.find((one) => one.id === offer?.kind)
  if (!offer || !kind) return null
  const document = resourceDocument(kind, offer)
  const near = (
    await matching.query(region, {
      text: `${document.title}\n${document.text}`,
      about: meaningText(document),
      k: CANDIDATES,
      filter: [['kind:need']],
    })
  ).filter(isNear)
  const hits = new Map(near.map((hit) => [needOf(hit.id) ?? '', hit]))
  const needs = (await needsOf(pool, region, [...hits.keys()])).filter(({ subjectId }) => subjectId !== id)
  const surroundings = await surroundingsOf(context, region, [offer])
  const chainTo = await chainFrom(context, 'provider', id)
  const byId = new Map(needs.map((need) => [need.id, need]))
  const pairs = needs.map(
    (need): Pair => ({
      wanted: wantedOf(need),
      offered: offeredOf(offer),
      closeness: closenessOf(hits.get(need.id)),
      chain: chainTo(need.subjectId),
    }),
  )
  const found = rank(pairs, surroundings).flatMap((match): Found<OpenNeed>[] => {
    const [hit, other] = [hits.get(match.wanted), byId.get(match.wanted)]
    return hit && other ? [{ match, hit, other }] : []
  })
  return { offer, found }
}

export async function offersFor(
  { matching }: AppContext,
  region: number,
  redacted: Demand,
  kind: string | undefined,
): Promise<Map<string, RetrievalHit>> {
  const text = searched(`${redacted.title}\n${redacted.title}\n${needText(redacted)}`)
  // As it is read where the need itself is entered, so that its vector is there already.
  const about = meaningText(needDocument({ id: '', place: null, redacted }))
  const asked = kind === undefined ? SUPPLY : SUPPLY.filter((one) => one === kind)
  const each = await Promise.all(
    asked.map((one) =>
      matching.query(region, {
        text,
        about,
        k: kind === undefined ? OF_EACH_KIND : CANDIDATES,
        filter: [[`kind:${one}`]],
      }),
    ),
  )
  return new Map(
    each
      .flat()
      .filter(isNear)
      .map((hit) => [hit.id, hit]),
  )
}

function isNear({ share, meaning }: RetrievalHit): boolean {
  return share >= LEAST_SHARE || meaning !== null
}

export function closenessOf(hit: RetrievalHit | undefined): Pair['closeness'] {
  return hit === undefined ? null : { share: hit.share, words: tellingWords(hit), meaning: hit.meaning }
}

/** The words that brought a match up; none where it was found by meaning alone. */
export function tellingWords({ share, reasons }: RetrievalHit): RetrievalHit['reasons'] {
  return share >= LEAST_SHARE ? reasons : []
}

export async function surroundingsOf(
  context: AppContext,
  region: number,
  offers: readonly StoredCandidate[],
): Promise<Surroundings> {
  const since = new Date(context.now().getTime() - DAYS_OF_BALANCE * 86_400_000).toISOString().slice(0, 10)
  const introductions = await introductionsByCounty(context.pool, region, since)
  const byCounty = new Map<string, { introductions: number; offers: number }>()
  for (const { place } of offers) {
    if (place === null) continue
    const county = place.slice(0, 6)
    const before = byCounty.get(county) ?? { introductions: introductions.get(county) ?? 0, offers: 0 }
    byCounty.set(county, { ...before, offers: before.offers + 1 })
  }
  return {
    weights: await weightsOf(context, region),
    places: context.library.places,
    today: context.today(),
    byCounty: byCounty satisfies ByCounty,
  }
}
