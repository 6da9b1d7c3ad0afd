import { hasRoom } from '@kehui/domain/cases'
import { FEATURE_NAMES } from '@kehui/domain/matching'
import { KINDS } from '@kehui/domain/registry/kinds'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { findDemand } from '../demands/store.js'
import { type Looking, viewerOf } from '../demands/viewer.js'
import { HttpError } from '../http/error.js'
import { statesOver } from '../introductions/store.js'
import { regionOf } from '../registry/store-region.js'
import { SUPPLY } from './documents.js'
import { type Found, type RankedOffers, rankNeeds, rankOffers, tellingWords } from './ranked.js'
import type { NeedMatch, NeedMatches, OfferMatch, OfferMatches } from './schema.js'

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
  const { found, weights } = await rankOffers(context, region, demand, kind)
  const states = await statesOver(pool, region, id)
  const items = found.slice(0, k).map((one): OfferMatch => {
    const { other } = one
    return {
      resource: {
        id: other.id,
        kind: other.kind,
        kindLabel: labelOf(other.kind, lang),
        name: other.name,
        place: other.place === null ? null : context.library.places.path(other.place),
        sample: other.sample,
      },
      ...judged(one, lang),
      introduction: states.get(other.id) ?? null,
      hasRoom: hasRoom(other),
    }
  })
  const { title, dated } = weights
  return { items, kinds: countsOf(found, lang), weights: { title: inLang(title, lang), dated } }
}

/** The open needs that a resource may answer, by what everybody may see of them. */
export async function matchesOfResource(
  context: AppContext,
  id: string,
  { k = 20 }: MatchQuery,
  lang: Lang,
): Promise<NeedMatches> {
  const ranked = await rankNeeds(context, await regionOf(context.pool), id)
  if (!ranked) throw new HttpError('resource.not-found')
  const items = ranked.found.slice(0, k).map((one): NeedMatch => {
    const { id: need, redacted, place } = one.other
    const county = place?.slice(0, 6) ?? null
    return {
      need: {
        id: need,
        title: redacted.title,
        field: redacted.field,
        place: county === null ? null : context.library.places.path(county),
      },
      ...judged(one, lang),
    }
  })
  return { items }
}

function judged({ match, hit }: Found<unknown>, lang: Lang) {
  return {
    score: match.score,
    words: [...tellingWords(hit)],
    similarity: hit.meaning === null ? null : Math.round(hit.meaning.similarity * 1000) / 1000,
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

function countsOf(found: RankedOffers['found'], lang: Lang): OfferMatches['kinds'] {
  return SUPPLY.map((kind) => ({
    kind,
    label: labelOf(kind, lang),
    count: found.filter(({ other }) => other.kind === kind).length,
  })).filter(({ count }) => count > 0)
}

function labelOf(kind: string, lang: Lang): string {
  const label = LABELS.get(kind)
  return label ? inLang(label, lang) : kind
}
