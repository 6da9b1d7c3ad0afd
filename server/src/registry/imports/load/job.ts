import type { ImportPlan, RelationMapping } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { Retraction } from '../retract.js'
import type { Progress } from '../schema.js'

export interface PlaceRecord {
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

/** What a thread needs to read a file into the database; plain data. */
export interface LoadJob {
  readonly url: string
  readonly region: number
  readonly no: string
  readonly id: string
  readonly sourceId: number
  readonly source: string
  readonly path: string
  /** Where rows that were not taken are written. */
  readonly errorsPath: string
  /** Places beside those that ship. */
  readonly places: readonly PlaceRecord[]
  readonly target: { readonly kind: ImportPlan } | { readonly relation: RelationMapping }
  readonly kinds: readonly Kind[]
  /** What a feed takes back with the same batch. */
  readonly retractions?: readonly Retraction[]
  readonly now: number
  readonly totalBytes: number
}

export type Report = (progress: Progress) => void
