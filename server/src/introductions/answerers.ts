import { isThing } from '../registry/holders/holders.js'
import type { StoredIntroduction } from './store.js'

/** Who speaks for the side that may answer: itself where it can, and who holds it. */
export function providerSides({
  providerId,
  providerKind,
  holderId,
}: Pick<StoredIntroduction, 'providerId' | 'providerKind' | 'holderId'>): readonly string[] {
  const own = isThing(providerKind) ? [] : [providerId]
  return holderId === null ? own : [...own, holderId]
}
