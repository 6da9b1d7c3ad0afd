/** Who is on the telephone and what about, as the address holds it. */
export interface DeskSearch {
  readonly company?: string | undefined
  readonly programme?: string | undefined
}
