export { type DraftSource, draftFile } from './draft-file.js'
export { type Parameter, type Policy, policiesIn, type Span } from './policy.js'
