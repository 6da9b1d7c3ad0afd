import type { Comparison } from '@kehui/domain/ingest'
import { contradictions, indicatorOf, indicatorTable, type KeptFact } from '@kehui/domain/ingest/indicators'
import type { IndicatorTable, ReportFact, ReportItem } from './schema.js'
import type { StoredFact, StoredReport } from './store.js'

export function reportItem({
  id,
  fileName,
  kind,
  articles,
  byName,
  createdAt,
  withdrawnAt,
  withdrawnBy,
  counts,
}: StoredReport): ReportItem {
  return {
    id,
    fileName,
    kind,
    articles: articles.length,
    byName,
    createdAt: createdAt.toISOString(),
    withdrawn: withdrawnAt && { byName: withdrawnBy ?? '', at: withdrawnAt.toISOString() },
    counts,
  }
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

type Kept = StoredFact & { readonly report: string; readonly fileName: string }

/** Facts as people left them, in one table, with what does not fit. */
export function indicatorView(stored: readonly Kept[], names: ReadonlyMap<string, string>): IndicatorTable {
  const facts = stored.map(
    ({ report, fileName, n, article, fact, correction }): KeptFact => ({
      ...fact,
      ...(correction ?? {}),
      article,
      id: `${report}/${n}`,
      source: fileName,
    }),
  )
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return {
    rows: indicatorTable(facts, names).map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, comparison: compared(cell.comparison) })),
    })),
    contradictions: contradictions(facts, names).map(({ kind, facts: ids, detail }) => ({
      kind,
      expected: detail.expected ?? null,
      found: detail.found ?? null,
      facts: ids.flatMap((id) => {
        const fact = byId.get(id)
        const [report = '', n = '0'] = id.split('/')
        return fact
          ? [{ report, n: Number(n), subject: fact.subject, value: `${fact.value} ${fact.unit}` }]
          : []
      }),
    })),
  }
}
