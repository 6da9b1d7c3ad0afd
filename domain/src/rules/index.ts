export { evaluate, inForce, type Question, QuestionError, readingOf } from './answer/evaluate.js'
export { settle } from './answer/settle.js'
export { type Uses, usesOf } from './answer/uses.js'
export * from './batch/index.js'
export * from './facts.js'
export type { Ladder, LadderStep } from './ladder.js'
export { type Misfit, misfitOf } from './misfit.js'
export {
  type FactError,
  type GivenFacts,
  type GivenRecords,
  type GivenValue,
  type ParsedFacts,
  parseFacts,
} from './parse-facts.js'
export * from './programme.js'
export * from './region/index.js'
export * from './result.js'
export * from './sql/index.js'
export { formatValue, type ParsedValue, parseValue } from './value.js'
export * from './what-if/index.js'
