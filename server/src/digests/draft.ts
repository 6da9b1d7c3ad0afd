import { type DigestFact, draftDigest } from '@kehui/domain/ingest/digest'
import { indicatorOf } from '@kehui/domain/ingest/indicators'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { indicatorNames } from '../indicators/store.js'
import { keptFacts } from '../ingest/store.js'
import type { DigestSource, NewDigest } from './schema.js'
import type { DigestContent } from './store.js'

/** The figures of the chosen articles, as people left them, as statements with their sources. */
export async function draftOf(
  { pool }: AppContext,
  region: number,
  { picks, checked = false }: NewDigest,
): Promise<DigestContent> {
  const names = await indicatorNames(pool, region)
  const chosen = new Map(picks.map(({ report, articles }) => [report, articles && new Set(articles)]))
  const sources = new Map<string, DigestSource>()
  const facts: DigestFact[] = []
  for (const { report, fileName, article, fact, correction } of await keptFacts(pool, region, checked)) {
    if (!chosen.has(report)) continue
    const articles = chosen.get(report)
    if (articles && !articles.has(article ?? '')) continue
    const key = `${report} ${article ?? ''}`
    const source = sources.get(key) ?? { n: sources.size + 1, report, file: fileName, article }
    sources.set(key, source)
    const { value, unit, subject, period } = { ...fact, ...(correction ?? {}) }
    facts.push({
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
  const sections = draftDigest(facts).map(({ heading, statements }) => ({
    heading,
    statements: statements.map((one) => ({ text: one.text, sources: [...one.sources] })),
  }))
  return { sections, sources: [...sources.values()] }
}
