import { OUTCOMES } from '@kehui/domain/cases'
import {
  AGES,
  type Age,
  type Audited,
  ageOf,
  type Group,
  outcomeCounts,
  precisionAt,
  ratesBy,
  ratesOf,
} from '@kehui/domain/insights/matching-quality'
import { KINDS } from '@kehui/domain/registry/kinds'
import { inLang, type Lang, type Text } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { regionOf } from '../registry/store-region.js'
import type { AuditGroup, AuditQuery, MatchingAudit } from './schema.js'
import { auditedIntroductions } from './store.js'

const LABELS = new Map(KINDS.map(({ id, label }) => [id, label]))
const FIRST = [1, 3, 5] as const
const UNKNOWN: Text = { zh: '所在地未知', en: 'Place not known' }
const AGE_NAMES: Readonly<Record<Age, Text>> = {
  'to-30': { zh: '30 天以内', en: 'Up to 30 days' },
  'to-90': { zh: '31–90 天', en: '31 to 90 days' },
  'to-180': { zh: '91–180 天', en: '91 to 180 days' },
  more: { zh: '180 天以上', en: 'More than 180 days' },
}

/** What introductions led to, counted: by kind of provider, county of the need, and how long ago it was proposed. */
export async function matchingAudit(
  context: AppContext,
  { from = null, to = null }: { readonly [K in 'from' | 'to']?: AuditQuery[K] | null },
  lang: Lang,
): Promise<MatchingAudit> {
  const { pool, library, today } = context
  const stored = await auditedIntroductions(pool, await regionOf(pool), { from, to, today: today() })
  const all = stored.map(({ place, ...one }): Audited => ({ ...one, county: place?.slice(0, 6) ?? null }))
  const countyOf = (code: string) => (code === '' ? inLang(UNKNOWN, lang) : library.places.path(code) || code)
  const ages = ratesBy(all, ({ ageDays }) => ageOf(ageDays))
  return {
    on: today(),
    from,
    to,
    total: ratesOf(all),
    precision: FIRST.map((k) => ({ k, rate: precisionAt(all, k) })),
    unscored: all.filter(({ score }) => score === null).length,
    kinds: named(
      ratesBy(all, ({ kind }) => kind),
      (key) => inLang(LABELS.get(key) ?? { zh: key }, lang),
    ),
    counties: named(
      ratesBy(all, ({ county }) => county ?? ''),
      countyOf,
    ),
    ages: named(
      AGES.flatMap((age) => ages.filter(({ key }) => key === age)),
      (key) => inLang(AGE_NAMES[key as Age], lang),
    ),
    outcomes: outcomesIn(all, lang),
  }
}

export function outcomesIn(all: readonly Pick<Audited, 'outcome'>[], lang: Lang): MatchingAudit['outcomes'] {
  return outcomeCounts(all).map(({ code, count }) => ({
    code,
    label: inLang(OUTCOMES[code].name, lang),
    fitted: OUTCOMES[code].fitted,
    count,
  }))
}

function named(groups: readonly Group[], labelOf: (key: string) => string): AuditGroup[] {
  return groups.map((group) => ({ ...group, label: labelOf(group.key) }))
}
