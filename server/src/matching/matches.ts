import { type Demand, hasRoom } from '@kehui/domain/cases'
import {
  type ByCounty,
  FEATURE_NAMES,
  type Pair,
  type RankedMatch,
  rank,
  type Surroundings,
} from '@kehui/domain/matching'
import { KINDS } from '@kehui/domain/registry/kinds'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { findDemand } from '../demands/store.js'
import { type Looking, viewerOf } from '../demands/viewer.js'
import { HttpError } from '../http/error.js'
import { statesOver } from '../introductions/store.js'
import { regionOf } from '../registry/store-region.js'
import { needOf, needText, resourceDocument, SUPPLY, searched } from './documents.js'
import { offeredOf, wantedOf } from './offered.js'
import type { RetrievalHit } from './retrieval.js'
import type { NeedMatch, NeedMatches, OfferMatch, OfferMatches } from './schema.js'
import { candidatesOf, introductionsByCounty, type StoredCandidate } from './store-candidates.js'
import { needsOf } from './store-documents.js'
import { weightsOf } from './weights.js'

/** Looked at for each question: whoever is not among them is too far in words to be told. */
const CANDIDATES = 200
/** Of each kind at least so many, so that a kind with few and short texts is not crowded out. */
const OF_EACH_KIND = 40
/** Who shares less with a need than this has a syllable in common with it, not a matter. */
const LEAST_SHARE = 0.05
const DAYS_OF_BALANCE = 365
const LABELS = new Map(KINDS.map(({ id, label }) => [id, label]))

export interface MatchQuery {
  readonly kind?: string | undefined
  readonly k?: number | undefined
}

/** Who may answer a need, best first, with reasons; for its company and for those who bring people together. */
export async function matchesOfDemand(
  context: AppContext,
  id: string,
  { kind, k = 20 }: MatchQuery,
  looking: Looking,
  lang: Lang,
): Promise<OfferMatches> {
  const { pool } = context
  const region = await regionOf(pool)
  const demand = await findDemand(pool, region, id)
  if (!demand) throw new HttpError('demand.not-found')
  const { as } = await viewerOf(pool, region, demand, looking)
  if (as === 'other') throw new HttpError('demand.not-yours')
  // Only what everybody may see is looked for: an answer must not betray the rest.
  const hits = await offersFor(context, region, demand.redacted, kind)
  const offers = await candidatesOf(pool, region, [...hits.keys()])
  offers.delete(demand.subjectId)
  const surroundings = await surroundingsOf(context, region, [...offers.values()])
  const wanted = wantedOf(demand)
  const pairs = [...offers.values()].map(
    (offer): Pair => ({
      wanted,
      offered: offeredOf(offer),
      closeness: closenessOf(hits.get(offer.id)),
      chain: null,
    }),
  )
  const ranked = rank(pairs, surroundings).slice(0, k)
  const states = await statesOver(pool, region, id)
  const items = ranked.flatMap((match): OfferMatch[] => {
    const offer = offers.get(match.offered)
    if (!offer) return []
    return [
      {
        resource: {
          id: offer.id,
          kind: offer.kind,
          kindLabel: labelOf(offer.kind, lang),
          name: offer.name,
          place: offer.place === null ? null : context.library.places.path(offer.place),
          sample: offer.sample,
        },
        ...judged(match, hits.get(offer.id), lang),
        introduction: states.get(offer.id) ?? null,
        hasRoom: hasRoom(offer),
      },
    ]
  })
  const { title, dated } = surroundings.weights
  return { items, kinds: countsOf(offers, lang), weights: { title: inLang(title, lang), dated } }
}

/** The open needs that a resource may answer, by what everybody may see of them. */
export async function matchesOfResource(
  context: AppContext,
  id: string,
  { k = 20 }: MatchQuery,
  lang: Lang,
): Promise<NeedMatches> {
  const { pool } = context
  const region = await regionOf(pool)
  const offer = (await candidatesOf(pool, region, [id])).get(id)
  const kind = KINDS.find((one) => one.id === offer?.kind)
  if (!offer || !kind) throw new HttpError('resource.not-found')
  const { title, text } = resourceDocument(kind, offer)
  const found = await context.matching.query(region, {
    text: `${title}\n${text}`,
    k: CANDIDATES,
    filter: [['kind:need']],
  })
  const hits = new Map(found.filter(isNear).map((hit) => [needOf(hit.id) ?? '', hit]))
  const needs = new Map((await needsOf(pool, region, [...hits.keys()])).map((need) => [need.id, need]))
  // Nobody answers their own need.
  for (const need of [...needs.values()]) if (need.subjectId === id) needs.delete(need.id)
  const surroundings = await surroundingsOf(context, region, [offer])
  const pairs = [...needs.values()].map(
    (need): Pair => ({
      wanted: wantedOf(need),
      offered: offeredOf(offer),
      closeness: closenessOf(hits.get(need.id)),
      chain: null,
    }),
  )
  const items = rank(pairs, surroundings)
    .slice(0, k)
    .flatMap((match): NeedMatch[] => {
      const need = needs.get(match.wanted)
      if (!need) return []
      const place = need.place?.slice(0, 6) ?? null
      return [
        {
          need: {
            id: need.id,
            title: need.redacted.title,
            field: need.redacted.field,
            place: place === null ? null : context.library.places.path(place),
          },
          ...judged(match, hits.get(need.id), lang),
        },
      ]
    })
  return { items }
}

export async function offersFor(
  { matching }: AppContext,
  region: number,
  redacted: Demand,
  kind: string | undefined,
): Promise<Map<string, RetrievalHit>> {
  const text = searched(`${redacted.title}\n${redacted.title}\n${needText(redacted)}`)
  const asked = kind === undefined ? SUPPLY : SUPPLY.filter((one) => one === kind)
  const each = await Promise.all(
    asked.map((one) =>
      matching.query(region, {
        text,
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

function isNear({ share }: RetrievalHit): boolean {
  return share >= LEAST_SHARE
}

export function closenessOf(hit: RetrievalHit | undefined): Pair['closeness'] {
  return hit === undefined ? null : { share: hit.share, words: hit.reasons }
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

function judged(match: RankedMatch, hit: RetrievalHit | undefined, lang: Lang) {
  return {
    score: match.score,
    words: [...(hit?.reasons ?? [])],
    parts: match.parts.map(({ feature, value, adds, said }) => ({
      feature,
      label: inLang(FEATURE_NAMES[feature], lang),
      value,
      adds,
      said: inLang(said, lang),
    })),
    better: match.better.map(({ feature, of, text }) => ({ feature, of, text: inLang(text, lang) })),
  }
}

function countsOf(offers: ReadonlyMap<string, StoredCandidate>, lang: Lang): OfferMatches['kinds'] {
  return SUPPLY.map((kind) => ({
    kind,
    label: labelOf(kind, lang),
    count: [...offers.values()].filter((offer) => offer.kind === kind).length,
  })).filter(({ count }) => count > 0)
}

function labelOf(kind: string, lang: Lang): string {
  const label = LABELS.get(kind)
  return label ? inLang(label, lang) : kind
}
