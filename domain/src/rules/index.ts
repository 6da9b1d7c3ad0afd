export * from './facts.js'
export * from './programme.js'
export * from './result.js'
export { formatValue, parseValue, type ParsedValue } from './value.js'
