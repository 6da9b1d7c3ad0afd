export {
  type Awarded,
  type Candidate,
  isRegister,
  type Listed,
  type SeenFact,
  type SeenRecord,
  situationFrom,
} from './candidate.js'
export {
  compareLists,
  type Difference,
  type ListComparison,
  type ListedEntry,
  type ListVersion,
  type Why,
} from './compare.js'
export { type Basis, decideLead, type LeadDecision, type LeadQuestion } from './decide.js'
export { digestOf, inputHash } from './input-hash.js'
export {
  decideList,
  LIST_ACTIONS,
  LIST_MOVES,
  LIST_STATES,
  type ListAction,
  type ListState,
} from './list-state.js'
export { EXCLUSION_KINDS, Exclusion } from './reason.js'
export { repeatedOf } from './twice.js'
