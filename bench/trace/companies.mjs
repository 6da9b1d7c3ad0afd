import { FACTS } from './programmes.mjs'
import { randomOf } from './random.mjs'

/** Companies of which between 30 and 60 per cent of the facts are known; money in 万元. */
export function companiesOf(seed, count) {
  const random = randomOf(seed)
  return Array.from({ length: count }, () => {
    const share = 0.3 + random.next() * 0.3
    const size = 10 ** random.next()
    const known = random.some(FACTS, Math.round(FACTS.length * share))
    return new Map(known.map((fact) => [fact.name, knownValue(fact, random, size)]))
  })
}

function knownValue(fact, random, size) {
  switch (fact.type) {
    case 'money':
      return Math.round(random.next() * 4000 * size)
    case 'people':
      return Math.round(random.next() * 60 * size)
    case 'count':
      return random.below(Math.round(8 * size))
    case 'yes-no':
      return random.chance(0.4)
    default:
      return random.pick(fact.options)
  }
}
