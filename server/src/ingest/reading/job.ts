/** One file of a batch, to be read in a thread. */
export interface ReadingJob {
  readonly region: number
  readonly batch: string
  readonly n: number
  readonly path: string
  readonly fileName: string
  readonly hash: string
  readonly byName: string
}

/** How far the reading is. */
export interface ReadingProgress {
  readonly share: number
  readonly pages: { readonly read: number; readonly of: number } | null
  readonly articles: number
  readonly facts: number
}

export type Tell = (progress: ReadingProgress) => void
