import { type DigestFact, type DigestSection, draftDigest, toEdited } from '@kehui/domain/ingest/digest'
import { indicatorOf } from '@kehui/domain/ingest/indicators'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { indicatorNames } from '../indicators/store.js'
import { keptFacts } from '../ingest/store.js'
import type { DigestSource, NewDigest, Picks } from './schema.js'
import type { DigestContent } from './store.js'

interface Drafted {
  readonly sections: readonly DigestSection[]
  readonly sources: readonly DigestSource[]
}

type Sections = DigestContent['sections']

/** A first draft of what was chosen. */
export async function draftOf(
  context: AppContext,
  region: number,
  { picks, checked = false }: Pick<NewDigest, 'picks' | 'checked'>,
): Promise<DigestContent> {
  const { sections, sources } = await drafted(context, region, { picks, checked })
  return { sections: stored(toEdited(sections)), sources: [...sources], picks, checked }
}

/** The figures that were chosen, as people left them, as statements with their sources. */
export async function drafted(
  { pool }: AppContext,
  region: number,
  { picks, checked }: { readonly picks: Picks; readonly checked: boolean },
): Promise<Drafted> {
  const names = await indicatorNames(pool, region)
  const isChosen = choiceOf(picks)
  const sources = new Map<string, DigestSource>()
  const facts: DigestFact[] = []
  const reports = picks.map(({ report }) => report)
  const kept = await keptFacts(pool, region, { checkedOnly: checked, reports })
  for (const { report, fileName, article, n, fact, correction } of kept) {
    if (!isChosen({ report, article, n })) continue
    const key = sourceKey({ report, article })
    const source = sources.get(key) ?? { n: sources.size + 1, report, file: fileName, article }
    sources.set(key, source)
    const { value, unit, subject, period } = { ...fact, ...(correction ?? {}) }
    facts.push({
      id: `${report}/${n}`,
      region: fact.region,
      organisation: fact.organisation,
      subject: indicatorOf(subject, names).name,
      value,
      unit,
      kind: fact.kind,
      period,
      comparison: fact.comparison && 'op' in fact.comparison ? { op: fact.comparison.op } : null,
      source: source.n,
    })
  }
  if (facts.length === 0) throw new HttpError('digest.nothing')
  return { sections: draftDigest(facts), sources: [...sources.values()] }
}

interface Place {
  readonly report: string
  readonly article: string | null
  readonly n: number
}

function choiceOf(picks: Picks): (place: Place) => boolean {
  const chosen = new Map(
    picks.map(({ report, articles, facts }) => [
      report,
      articles || facts ? { articles: new Set(articles), facts: new Set(facts) } : null,
    ]),
  )
  return ({ report, article, n }) => {
    const of = chosen.get(report)
    // A report alone is all of it.
    return of === null || (of !== undefined && (of.facts.has(n) || of.articles.has(article ?? '')))
  }
}

export function sourceKey({ report, article }: Pick<Place, 'report' | 'article'>): string {
  return `${report} ${article ?? ''}`
}

/** As it is kept. */
export function stored(sections: ReturnType<typeof toEdited>): Sections {
  return sections.map(({ heading, drafted: from, statements }) => ({
    heading,
    drafted: from,
    statements: statements.map((one) => ({ ...one, sources: [...one.sources], facts: [...one.facts] })),
  }))
}
