export { blockingPairs } from './blocking.js'
export { type AssignmentFault, type AssignmentProblem, faultsOf } from './problem.js'
export { type Assigned, assignStably } from './stable.js'
