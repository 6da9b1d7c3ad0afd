import { setImmediate } from 'node:timers/promises'
import { type GivenValue, pairsOf, type ResolveRecord } from '@kehui/domain/registry/resolve'
import type { Library } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type { FoundDuplicates } from './schema.js'
import { type Comparable, comparables, type NewPair, savePairs } from './store.js'

/** Some minutes of work at most; larger lists are compared on the command line. */
const MOST = 50_000
const SAVED_AT_ONCE = 500

/** Looks for pairs among all resources of a kind, and gives others a turn while it does. */
export async function findPairs({ pool, library }: AppContext, kind: string): Promise<FoundDuplicates> {
  const region = await regionOf(pool)
  const all = await comparables(pool, region, kind, MOST + 1)
  if (all.length > MOST) throw new HttpError('duplicates.too-many', { count: MOST, most: MOST })
  let found = 0
  let added = 0
  let waiting: NewPair[] = []
  for (const pair of pairsOf(all.map((one) => recordOf(library, one)))) {
    if (pair === undefined) {
      await setImmediate()
      continue
    }
    const [leftId = '', rightId = ''] = [String(pair.left), String(pair.right)].sort()
    waiting.push({ kind, leftId, rightId, score: pair.score, reasons: pair.reasons })
    found += 1
    if (waiting.length === SAVED_AT_ONCE) {
      added += await savePairs(pool, region, waiting)
      waiting = []
    }
  }
  added += await savePairs(pool, region, waiting)
  return { compared: all.length, found, added }
}

function recordOf({ places }: Library, { id, name, creditCode, code, place }: Comparable): ResolveRecord {
  const fields = new Map<string, GivenValue>([['name', name]])
  if (creditCode !== null) fields.set('creditCode', creditCode)
  if (code !== null) fields.set('code', code)
  // By its name: two codes are alike in digits, two places are not.
  if (place !== null) fields.set('place', places.path(place) || place)
  return { id, fields }
}
