import type { CompanyForm } from './company-form.js'
import { PLACE_INITIALS } from './company-regions.js'
import { BRAND, GROUP, INDUSTRY, REGION, type Role } from './company-segments.js'

/** A letter of the longer name that the shorter one leaves out: abbreviating does that. */
const LEFT_OUT: Readonly<Record<Role, number>> = {
  [REGION]: 0.04,
  [BRAND]: 0.25,
  [INDUSTRY]: 0.06,
  [GROUP]: 0.02,
}
/** The first letters of what a company is called are seldom left out, later ones often. */
const LEFT_OUT_OF_BRAND = [1.2, 0.7, 0.5]
/** A letter of the shorter name that the longer one does not have: nothing explains it. */
const ADDED: Readonly<Record<Role, number>> = { [REGION]: 1.6, [BRAND]: 3, [INDUSTRY]: 1, [GROUP]: 0.3 }
/** A letter for a place may stand before any name of a company there. */
const ADDED_INITIAL = 1
const INITIAL_OF_REGION = 0.1
/** A letter from the middle of a word, after something was left out. */
const MID_WORD = 0.25
const OTHER_ROLE = 0.15
const FROM_REGION = 0.4

/** Longer names are cut: what a company is called stands at the beginning. */
const LONGEST = 80
const WIDTH = LONGEST + 1
/** Rows of costs, used again and again: a comparison leaves nothing in them that another reads. */
const rows = { met: new Float64Array(2 * WIDTH), open: new Float64Array(2 * WIDTH) }

/** What must have been done to the longer name for the shorter one to come of it; 0 is nothing. */
export function abbreviationCost(short: CompanyForm, full: CompanyForm): number {
  const n = Math.min(short.letters.length, LONGEST)
  const m = Math.min(full.letters.length, LONGEST)
  // Costs by letters of the full name taken: `met` where the last letters of both are one another's.
  const { met, open } = rows
  clear(0, m)
  open[0] = 0
  for (let i = 0; i <= n; i += 1) {
    const here = (i % 2) * WIDTH
    const next = WIDTH - here
    clear(next, m)
    const letter = short.letters.charCodeAt(i)
    const places = i < 2 ? PLACE_INITIALS.get(short.letters.charAt(i)) : undefined
    const added = i === 0 && places ? ADDED_INITIAL : ADDED[short.roles[i] ?? BRAND]
    for (let j = 0; j <= m; j += 1) {
      const metHere = met[here + j] ?? 0
      const openHere = open[here + j] ?? 0
      const cost = metHere < openHere ? metHere : openHere
      if (j < m) lower(open, here + j + 1, cost + (full.leftOut[j] ?? 0))
      if (i === n) continue
      lower(open, next + j, cost + added)
      if (places)
        for (const place of places)
          if (j + place.length <= m && full.letters.startsWith(place, j))
            lower(met, next + j + place.length, cost + INITIAL_OF_REGION)
      if (j < m && letter === full.letters.charCodeAt(j)) {
        const jumped = openHere + (full.starts[j] ? 0 : MID_WORD)
        lower(
          met,
          next + j + 1,
          (metHere < jumped ? metHere : jumped) + roleCost(short.roles[i], full.roles[j]),
        )
      }
    }
  }
  const last = (n % 2) * WIDTH + m
  return Math.min(met[last] ?? 0, open[last] ?? 0)
}

function clear(from: number, length: number): void {
  rows.met.fill(Number.POSITIVE_INFINITY, from, from + length + 1)
  rows.open.fill(Number.POSITIVE_INFINITY, from, from + length + 1)
}

function lower(costs: Float64Array, at: number, cost: number): void {
  if (cost < (costs[at] ?? 0)) costs[at] = cost
}

/** What each letter of a name costs where it is left out. */
export function leftOutCosts(roles: readonly Role[], starts: readonly boolean[]): number[] {
  let nth = 0
  return roles.map((role, at) => {
    nth = starts[at] ? 0 : nth + 1
    return (role === BRAND ? LEFT_OUT_OF_BRAND[nth] : undefined) ?? LEFT_OUT[role]
  })
}

function roleCost(short: Role | undefined, full: Role | undefined): number {
  if (short === full) return 0
  return full === REGION ? FROM_REGION : OTHER_ROLE
}
