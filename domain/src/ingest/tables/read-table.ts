import type { Audience, Library } from '../../rules/index.js'
import { understandColumns } from './columns.js'
import { readHeader } from './header.js'
import { readRows } from './rows.js'
import type { Choices, Table, TableReading } from './table.js'

/** A table as subjects and their facts. While a question is open, its column is left out. */
export function readTable(library: Library, table: Table, choices: Choices = {}): TableReading {
  const { columns, questions } = understandColumns(library, table, choices)
  const named = columns.find((c) => c.means === 'name')
  const audience: Audience =
    (named && readHeader(library, named.header).audience) ?? audienceOf(library, columns)
  return { audience, columns, questions, ...readRows(library, table, columns, audience) }
}

/** Where the name column does not say whom it names: those of whom every fact of the table is asked. */
function audienceOf(library: Library, columns: readonly { means: string | null }[]): Audience {
  const defs = columns.flatMap((c) => library.facts.get(c.means?.split('.')[0] ?? '') ?? [])
  const [first] = defs
  const shared = first?.of.filter((a) => defs.every((def) => def.of.includes(a))) ?? []
  return shared.includes('enterprise') ? 'enterprise' : (shared[0] ?? 'enterprise')
}

/** Questions that still keep a column out. */
export function openQuestions({ questions }: Pick<TableReading, 'questions'>): TableReading['questions'] {
  return questions.filter((q) => q.chosen === null)
}
