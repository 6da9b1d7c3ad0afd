import type { CommitImport, ImportSuggestion, ResourceImportPreview } from '@kehui/server/client'

type Mapping = CommitImport['mapping']
type KindMapping = Extract<Mapping, { kind: string }>
type Told = KindMapping['columns'][string]

/** A column of the file, and the field that it is read as. */
export interface Column {
  readonly header: string
  readonly example: string
  readonly field: string | null
  /** All that the mapping says of it: its unit, its year. */
  readonly given: Told
}

export interface Source {
  readonly name: string
  readonly standing: 'register' | 'document' | 'system' | 'declaration'
}

/** The columns as a suggestion for this kind reads them; without one, all are left out. */
export function columnsOf(
  { headers, rows, suggestions }: Pick<ResourceImportPreview, 'headers' | 'rows' | 'suggestions'>,
  kind: string,
): Column[] {
  const told = suggestions.find((one) => one.kind === kind)?.mapping
  const columns: KindMapping['columns'] = told !== undefined && 'columns' in told ? told.columns : {}
  return headers.map((header, at) => {
    const given = columns[header] ?? null
    const example = rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? ''
    return { header, example: example.slice(0, 60), field: fieldIn(given), given }
  })
}

export function sourceOf(suggestion: ImportSuggestion | undefined): Source {
  const told = suggestion?.mapping
  const standing = told?.source?.standing
  return { name: suggestion?.source ?? told?.source?.name ?? '', standing: standing ?? 'document' }
}

/** What is sent: what was remembered of the source is kept where it is not asked about. */
export function mappingOf({
  kind,
  columns,
  source,
  suggestion,
}: {
  readonly kind: string
  readonly columns: readonly Column[]
  readonly source: Source
  readonly suggestion: ImportSuggestion | undefined
}): KindMapping {
  const told = suggestion?.kind === kind ? suggestion.mapping : undefined
  const kept = told !== undefined && 'kind' in told ? told : undefined
  return {
    ...(kept?.key === undefined ? {} : { key: kept.key }),
    ...(kept?.year === undefined ? {} : { year: kept.year }),
    ...(kept?.fixed === undefined ? {} : { fixed: kept.fixed }),
    kind,
    source: { ...kept?.source, name: source.name.trim(), standing: source.standing },
    columns: Object.fromEntries(columns.map(({ header, given }) => [header, given])),
  }
}

function fieldIn(told: Told): string | null {
  return typeof told === 'string' || told === null ? told : told.field
}
