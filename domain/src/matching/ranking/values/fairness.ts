import type { Look } from '../pair.js'

/** Counties that had fewer introductions than their share of those who could be introduced go before. */
export const fairnessValue: Look = ({ offered: { place } }, { byCounty, places }) => {
  const own = place === null ? undefined : byCounty.get(place)
  if (place === null || own === undefined)
    return { value: null, said: { zh: '该县区没有统计', en: 'No counts of this county' } }
  let [introductions, offers] = [0, 0]
  for (const one of byCounty.values()) {
    introductions += one.introductions
    offers += one.offers
  }
  const due = offers > 0 ? (introductions * own.offers) / offers : 0
  const name = places.name(place) || place
  return {
    // One introduction more on both sides, so that a few say little.
    value: (due + 1) / (due + own.introductions + 2),
    said: {
      zh: `${name}近期 ${own.introductions} 次对接，按占比应为 ${Number(due.toFixed(1))} 次`,
      en: `${name} had ${own.introductions} introductions of late, ${Number(due.toFixed(1))} by its share`,
    },
  }
}
