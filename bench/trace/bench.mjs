import { companiesOf } from './companies.mjs'
import { kehuiOf } from './kehui.mjs'
import { programmesOf } from './programmes.mjs'
import { publicodesOf } from './publicodes.mjs'

const PROGRAMMES = 500
const COMPANIES = 12
/** Enough for the compiler of either to be done. */
const WARM_UP = 400
const RIVAL_WARM_UP = 4
const ROUNDS = 12
const RUNS_A_ROUND = 40

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function timed(run) {
  const before = performance.now()
  run()
  return performance.now() - before
}

/** One company against 500 programmes, with every condition and term written down and all missing facts named. */
export function trace() {
  const { programmes, distinct } = programmesOf(20261124, PROGRAMMES)
  if (distinct < 300) throw new Error(`Only ${distinct} distinct conditions`)
  const companies = companiesOf(7, COMPANIES)
  const kehui = kehuiOf(programmes, companies)
  const rival = publicodesOf(programmes, companies)
  const agreement = compare(kehui, rival)
  for (let i = 0; i < RIVAL_WARM_UP; i += 1) rival(i % COMPANIES)
  for (let i = 0; i < WARM_UP; i += 1) kehui(i % COMPANIES)
  const [ours, theirs] = [[], []]
  // In turns, so that what else the machine does weighs on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < RUNS_A_ROUND; i += 1) ours.push(timed(() => kehui(i % COMPANIES)))
    theirs.push(timed(() => rival(round % COMPANIES)))
  }
  const [medianMs500, publicodesMs500] = [median(ours), median(theirs)]
  const figures = {
    medianMs500: round(medianMs500),
    publicodesRatio: round(publicodesMs500 / medianMs500),
    publicodesMs500: round(publicodesMs500),
    programmes: PROGRAMMES,
    distinctConditions: distinct,
    ...agreement,
  }
  return { figures, more: {} }
}

/** Where publicodes settles a verdict, both must say the same. */
function compare(kehui, rival) {
  const verdicts = { yes: 0, no: 0, unknown: 0 }
  let compared = 0
  for (let i = 0; i < COMPANIES; i += 1) {
    const [ours, theirs] = [kehui(i), rival(i)]
    for (const [k, { verdict, amountFen }] of ours.entries()) {
      verdicts[verdict] += 1
      const { nodeValue, missingVariables } = theirs[k]
      if (Object.keys(missingVariables).length > 0) continue
      compared += 1
      const yuan = verdict === 'yes' ? Math.floor(Number((nodeValue * 10000).toFixed(2))) : null
      const same = verdict === 'yes' ? amountFen.min === `${yuan}00` : nodeValue === null && verdict === 'no'
      if (!same) throw new Error(`${ours[k].programme}: ${verdict} ${amountFen?.min} against ${nodeValue}`)
    }
  }
  return { verdicts, compared }
}

function round(value) {
  return Math.round(value * 1000) / 1000
}
