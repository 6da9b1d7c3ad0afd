export { moneyRange } from './amount-reasons.js'
export { Change } from './change.js'
export { compareProgrammes, rulePrint } from './compare.js'
export { compareFiles, compareStates } from './file.js'
export {
  compareFacts,
  compareLibraries,
  factsOf,
  type LibraryChanges,
  type ProgrammeChanges,
} from './library.js'
export { compareOutcomes, OutcomeChange, Standing } from './outcome.js'
export { Area, PARTS, Part, type PartName } from './part.js'
export { Reason } from './reason.js'
export { affectedBy, compareSubject } from './subject.js'
