import { type Outcome, type Reason, reasonWords } from '@kehui/domain/packs/cultivation'
import { formatValue } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { findSubjects } from '../registry/store.js'
import { readValue, type StoredValue } from '../registry/stored-value.js'
import { columnsOf, scopeOfQuery } from './matrix.js'
import type { ChangesQuery, MatrixChange, MatrixChanges } from './schema.js'
import { changesWithin, lastImport, lastRule, type StoredChange } from './store-changes.js'

const PAGE = 50

/** What came out otherwise for the companies of a list since an import, a rule version or a date; the latest first. */
export async function matrixChanges(
  context: AppContext,
  region: number,
  query: ChangesQuery,
  lang: Lang,
): Promise<MatrixChanges> {
  const { pool } = context
  const since = await sinceWhen(context, region, query.since ?? 'import')
  const scope = await scopeOfQuery(context, region, query)
  const narrowed = (query.pack?.length ?? 0) + (query.programme?.length ?? 0) > 0
  const programmes = narrowed ? columnsOf(context, query).map(({ id }) => id) : null
  const before = query.before ?? null
  const found = await changesWithin(pool, region, scope, { since, programmes, before, limit: PAGE + 1 })
  const shown = found.items.slice(0, PAGE)
  const subjects = await findSubjects(pool, region, [...new Set(shown.map((c) => c.subject))])
  const names = new Map(subjects.map(({ id, name }) => [id, name]))
  return {
    since: since?.toISOString() ?? null,
    total: found.total,
    more: found.items.length > PAGE,
    items: shown.map((change) => changeView(context, change, names.get(change.subject) ?? '', lang)),
  }
}

/** Null where there was no such thing yet: all changes are then since it. */
async function sinceWhen({ pool }: AppContext, region: number, since: string): Promise<Date | null> {
  if (since === 'import') return lastImport(pool, region)
  if (since === 'rule') return lastRule(pool)
  return new Date(`${since}T00:00:00+08:00`)
}

function changeView(context: AppContext, change: StoredChange, name: string, lang: Lang): MatrixChange {
  const { id, at, subject, programme, before, after, reasons } = change
  const title = context.library.programmes.get(programme)?.title
  return {
    id,
    at: at.toISOString(),
    subject: { id: subject, name },
    programme: { id: programme, title: title ? inLang(title, lang) : programme },
    before: before && outcomeView(before),
    after: after && outcomeView(after),
    reasons: reasonTexts(context, reasons, lang),
  }
}

function outcomeView({ verdict, amountFen, missing }: Outcome) {
  return { verdict, amountFen, missing: missing.length }
}

export function reasonTexts(
  { library }: Pick<AppContext, 'library'>,
  reasons: readonly Reason<StoredValue>[],
  lang: Lang,
): string[] {
  const format = (key: string, value: StoredValue) => {
    const def = library.facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
    return def ? formatValue(readValue(value), def, lang, library.places) : ''
  }
  return reasons.map((reason) => reasonWords(library, reason, format, lang))
}
