export { BANDS, type Band, bandOf, REVIEW_FROM, SAME_FROM } from './bands.js'
export { type Corpus, corpusOf, NO_CORPUS } from './corpus.js'
export { companyForm } from './names/company-form.js'
export { NAME_KINDS, type NameKind } from './names/name-form.js'
export { normalise } from './names/normalise.js'
export { type Pair, pairsOf } from './pairs.js'
export { isBlank, type Profile, profileOf } from './profile.js'
export {
  type GivenValue,
  type RecordId,
  type RecordReading,
  type ResolveRecord,
  readRecord,
} from './record.js'
export { type Candidate, type Resolved, type ResolveOptions, resolve } from './resolve.js'
export { movePair, PAIR_STEPS, PairAction, PairState } from './review.js'
export { type Reason, type Scored, scoreOf } from './score.js'
export { tellReason } from './tell-reason.js'
