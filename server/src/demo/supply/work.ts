/** An achievement of the sample city, invented as all of it is. */
export interface SampleWork {
  /** Without the mark of a sample. */
  readonly name: string
  /** The product of a chain that it is for. */
  readonly product: string
  /** Which of the sample institutions holds it. */
  readonly holder: string
  readonly authors: readonly string[]
  readonly discipline: string
  readonly keywords: readonly string[]
  readonly uses: readonly string[]
  readonly abstract: string
  /** Technology readiness, 1 to 9. */
  readonly readiness: number
  readonly monthsAgo: number
  readonly mode: string
  /** In 万元; null where it is open to talks. */
  readonly price: number | null
}
