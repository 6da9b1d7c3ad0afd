import type { Look, Surroundings } from '../pair.js'

const FAR = 0.2
const COUNTRY = '000000'
/** Cities that are provinces. */
const MUNICIPALITY = /^(?:11|12|31|50)/

/** How near the two are, as places nest, and by plans of cooperation; beyond the reach that was asked it is nothing. */
export const placeValue: Look = ({ wanted, offered }, surroundings) => {
  const [here, there] = [known(wanted.place), known(offered.place)]
  if (here === null || there === null) {
    const of = here === null ? 'seeker' : 'provider'
    return {
      value: null,
      said: { zh: '所在地未知', en: 'Place not known' },
      asks: {
        of,
        text:
          of === 'seeker'
            ? { zh: '登记需求单位的所在地', en: 'Enter the place of who asks' }
            : { zh: '登记对方的所在地', en: 'Enter the place of the other side' },
      },
    }
  }
  const { rank, name, value, said } = nearness(here, there, surroundings)
  if (rank <= RANK_OF_REACH[wanted.reach]) return { value, said }
  return {
    value: 0,
    said: { zh: `在所要的范围之外：${name}`, en: `Outside of the reach that was asked: ${name}` },
  }
}

/** 0 the same county, 1 city, 2 province or region of cooperation, 3 elsewhere. */
const RANK_OF_REACH = { city: 1, province: 2, country: 3, any: 3 } as const

function known(place: string | null): string | null {
  return place === COUNTRY ? null : place
}

function nearness(here: string, there: string, { places, weights }: Surroundings) {
  const name = places.path(there) || there
  const at = (value: number, rank: number, zh: string, en: string) => ({
    value,
    rank,
    name,
    said: { zh: `${zh}：${name}`, en: `${en}: ${name}` },
  })
  const inside = (ancestor: string) => places.within(here, ancestor) && places.within(there, ancestor)
  const [city, province] = [`${here.slice(0, 4)}00`, `${here.slice(0, 2)}0000`]
  if (!here.endsWith('00') && inside(here)) return at(1, 0, '同一县区', 'The same county')
  if (city !== province && inside(city)) return at(0.8, 1, '同一城市', 'The same city')
  if (inside(province)) {
    if (MUNICIPALITY.test(here)) return at(0.8, 1, '同一城市', 'The same city')
    // Of which only the province is known may be in the city that is asked.
    const rank = here === province || there === province ? 1 : 2
    return at(0.6, rank, '同一省份', 'The same province')
  }
  const region = weights.regions.find(
    (one) =>
      one.places.some((p) => places.within(here, p)) && one.places.some((p) => places.within(there, p)),
  )
  if (region) return at(0.5, 2, `同属${region.title.zh}`, `Both in ${region.title.en ?? region.title.zh}`)
  return at(FAR, 3, '在外地', 'Elsewhere')
}
