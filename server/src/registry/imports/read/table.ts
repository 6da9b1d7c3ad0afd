import type { Text } from '@kehui/domain/shared'
import type { CsvForm } from './csv-bytes.js'

export interface SourceRow {
  /** As a spreadsheet counts them: the header is 1 where nothing stands above it. */
  readonly row: number
  readonly cells: readonly string[]
  /** Why it could not be taken apart; its cells are then empty. */
  readonly problem?: Text
}

/** A file as rows of texts under a header, a batch at a time. */
export interface OpenTable {
  readonly headers: readonly string[]
  readonly batches: AsyncIterable<readonly SourceRow[]>
  readonly notes: readonly Text[]
  /** How many bytes of the file were read so far. */
  readonly bytesRead: () => number
  /** Where the file can also be read as bytes: how. */
  readonly csv?: CsvForm
}

/** Stands between the words of a list that the file holds as a list. */
export const WORD_BREAK = '\ue000'
