import type { Library, PackInfo } from '../../rules/programme.js'

/** The packs of the place and of all that hold it; without a place, those that apply everywhere. */
export function homePacks(library: Library, place: string | null): PackInfo[] {
  return [...library.packs.values()].filter(({ appliesCode }) => {
    if (appliesCode === null || appliesCode === '000000') return true
    return place !== null && library.places.within(place, appliesCode)
  })
}
