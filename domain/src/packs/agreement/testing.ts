/** What other packages need to try a back end of theirs against the interpreter. */

export { compileBatch } from '../../rules/batch/program.js'
export { boundOf, newEngine } from '../../rules/bind/engine.js'
export { libraryOf, madePack, packFiles, packIds } from '../testing.js'
export { companyOf, interestingIn } from './testing-companies.js'
export { batched, type Decision, decision, interpreted, REFUSED } from './testing-decisions.js'
export type { BackEnd } from './testing-disagreement.js'
export { FOUND, foundCase } from './testing-found.js'
export { fuzz } from './testing-fuzz.js'
export { Random } from './testing-random.js'
