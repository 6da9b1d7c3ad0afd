import { usePreferences } from '../../ui/preferences.js'

/** In pixels, as scrolling needs them; they follow the size of the text. */
export interface Sizes {
  readonly row: number
  readonly head: number
  readonly company: number
  readonly cell: number
}

/** In units of the text. */
const REM = { row: 3.5, head: 6.25, company: 18, cell: 8.75 }

export function useSizes(): Sizes {
  // The text grows with this choice; reading it makes the sizes follow.
  usePreferences()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  return {
    row: Math.round(REM.row * rem),
    head: Math.round(REM.head * rem),
    company: Math.round(REM.company * rem),
    cell: Math.round(REM.cell * rem),
  }
}
