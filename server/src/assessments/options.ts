import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import type { MatrixOptions } from './schema.js'
import { INDUSTRY, PARK } from './scope.js'
import { placesOfCompanies } from './store-matrix.js'

/** What companies can be filtered by: districts in which there are some, parks, titles and industries of the packs. */
export async function optionsOf(
  { pool, library }: AppContext,
  region: number,
  lang: Lang,
): Promise<MatrixOptions> {
  const found = await placesOfCompanies(pool, region)
  const choices = (name: string) =>
    [...(library.facts.get(name)?.options ?? [])].map(([value, label]) => ({
      value,
      label: inLang(label, lang),
    }))
  return {
    places: found.map(({ place }) => ({ value: place, label: library.places.path(place) })),
    parks: choices(PARK),
    titles: [...library.facts.values()]
      .filter(({ title, of }) => title && of.includes('enterprise'))
      .map(({ name, label }) => ({ value: name, label: inLang(label, lang) })),
    industries: choices(INDUSTRY),
  }
}
