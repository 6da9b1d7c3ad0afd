import { company } from './company.js'
import { OTHERS } from './others.js'
import { seeded } from './random.js'
import type { Sample } from './sample.js'

const SEED = 20260301
const COMPANIES = 220

/** All samples of the sample city; the same every time. */
export function samples(): Sample[] {
  const random = seeded(SEED)
  const companies = Array.from({ length: COMPANIES }, (_, i) => company(random, i))
  const others = OTHERS.flatMap(({ count, make }) =>
    Array.from({ length: count }, (_, i) => make(random, i, companies)),
  )
  return [...companies, ...others]
}
