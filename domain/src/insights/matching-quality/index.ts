export { type Compared, compareRankings, MEASURES, type Measure } from './compare.js'
export { FEW, type Rate, rateOf } from './interval.js'
export { discountedGain, meanOf, precision, recall, reciprocalRank } from './metrics.js'
export {
  AGES,
  type Age,
  type Audited,
  ageOf,
  fittedOf,
  type Group,
  outcomeCounts,
  precisionAt,
  type Rates,
  ratesBy,
  ratesOf,
} from './rates.js'
export {
  measureRetrieval,
  type RetrievalCase,
  type RetrievalCorpus,
  type RetrievalFigures,
  retrievalWays,
  type Way,
} from './retrieval.js'
export { hashOfCases, type TestCase, usableCases } from './test-set.js'
