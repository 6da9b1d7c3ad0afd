import type { Comparison } from '@kehui/domain/ingest'
import { indicatorOf } from '@kehui/domain/ingest/indicators'
import type { ReportFact, ReportItem } from './schema.js'
import type { ListedReport, StoredFact, StoredReport } from './store.js'

export function reportItem({
  id,
  fileName,
  kind,
  articleCount,
  byName,
  createdAt,
  withdrawnAt,
  withdrawnBy,
  counts,
}: ListedReport): ReportItem {
  return {
    id,
    fileName,
    kind,
    articles: articleCount,
    byName,
    createdAt: createdAt.toISOString(),
    withdrawn: withdrawnAt && { byName: withdrawnBy ?? '', at: withdrawnAt.toISOString() },
    counts,
  }
}

/** So much is shown of a report in which no title was found. */
const UNTITLED = { start: 0, end: 20_000 }

/** Where an article of a report stands. */
export function partOf({ articles }: Pick<StoredReport, 'articles'>, article: number) {
  return articles[article] ?? UNTITLED
}

const compared = (comparison: Comparison | null): ReportFact['comparison'] =>
  comparison &&
  ('op' in comparison ? { op: comparison.op, text: comparison.text } : { text: comparison.text })

export function factView(stored: StoredFact, names: ReadonlyMap<string, string>): ReportFact {
  const { n, article, fact, state, correction, byName } = stored
  return {
    n,
    article,
    valueStart: fact.valueStart,
    valueEnd: fact.valueEnd,
    valueText: fact.valueText,
    value: fact.value,
    unit: fact.unit,
    kind: fact.kind,
    subject: fact.subject,
    indicator: indicatorOf(correction?.subject ?? fact.subject, names).name,
    region: fact.region,
    organisation: fact.organisation,
    period: fact.period,
    comparison: compared(fact.comparison),
    state,
    correction,
    byName,
  }
}
