import type { Reason } from '@kehui/domain/matching'

/** What a resource or a need is found by. Only what everybody may see stands in it. */
export interface RetrievalDocument {
  /** The id of a resource; of a need `need:` and its id. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** What it can be filtered by: `kind:achievement`, `kind:need`, `place:4201` for each place it lies in. */
  readonly tags: readonly string[]
}

export interface RetrievalQuery {
  /** Words of whatever length; only its most telling ones count where there are too many. */
  readonly text: string
  /** What its meaning is read from, where that is not all of its words. */
  readonly about?: string
  /** How many at most, from 1; never more than `MOST_HITS`. */
  readonly k: number
  /** All of the lists must have a tag of the document. */
  readonly filter: readonly (readonly string[])[]
}

export interface RetrievalHit {
  readonly id: string
  /** Higher is closer; comparable within one answer alone. */
  readonly score: number
  /** The score against the highest that any document could have for the query, 0 to 1. */
  readonly share: number
  /** The words of the query that brought it up, the most telling first; empty where it was close in meaning alone. */
  readonly reasons: readonly Reason[]
  /** How near in meaning; null where it is not, or where that cannot be told. */
  readonly meaning: {
    /** The cosine of the angle between the two, −1 to 1: what is usual depends on the model. */
    readonly similarity: number
    /** How much nearer than usual, 0 to 1. */
    readonly closeness: number
  } | null
}

export const MOST_HITS = 1_000

/**
 * Finds documents that are close to a text. Documents are visible when `put` has come true, and gone when `remove` has;
 * both pass over what does not concern them, so that doing them again changes nothing.
 */
export interface Retrieval {
  /** Enters documents, in the place of those of the same ids. */
  put(documents: readonly RetrievalDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Best first. Nothing for a text without words. */
  query(query: RetrievalQuery): Promise<readonly RetrievalHit[]>
  count(): Promise<number>
}
