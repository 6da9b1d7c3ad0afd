import type { Asked } from './host.js'

/**
 * Rows of one block for which one programme is not “no”. What its methods
 * give holds only until the next one is called or the sink returns: memory that grows leaves earlier views behind.
 */
export interface Hits {
  /** Which of the batch's plans. */
  readonly plan: number
  /** The row of the table that the block begins with; `rows` count from there. */
  readonly first: number
  readonly count: number
  /** How many of them are “yes”; the rest is unknown. */
  readonly yes: number
  rows(): Int32Array
  /** Bits of those of the rows that are “yes”. */
  sure(): Uint8Array
  /** Ends of the amounts in fen; null where the programme pays nothing. */
  amounts(): { readonly least: BigInt64Array; readonly most: BigInt64Array } | null
  /** Sums of the amounts in fen: of all that is certain, and of the most that is possible. */
  total(): { readonly least: bigint; readonly most: bigint }
  /** What is asked of whom, with the bits of the rows. Only where the batch was told to find it. */
  missing(): readonly { readonly asked: Asked; readonly rows: Uint8Array }[]
}

export type Sink = (hits: Hits) => void
