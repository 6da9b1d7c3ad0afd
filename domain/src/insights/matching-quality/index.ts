export { discountedGain, meanOf, precision, recall, reciprocalRank } from './metrics.js'
export {
  measureRetrieval,
  type RetrievalCase,
  type RetrievalCorpus,
  type RetrievalFigures,
  retrievalWays,
  type Way,
} from './retrieval.js'
