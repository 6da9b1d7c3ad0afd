export { type DigestFact, type DigestSection, type DigestStatement, draftDigest } from './digest.js'
export { periodWords, statementOf } from './statement.js'
export { shownValue } from './value.js'
