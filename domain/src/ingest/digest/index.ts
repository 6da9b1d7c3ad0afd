export { type DigestFact, type DigestSection, type DigestStatement, draftDigest } from './digest.js'
export {
  type EditedSection,
  type EditedStatement,
  type MergedDraft,
  type MergeSummary,
  mergeDraft,
  toEdited,
} from './merge.js'
export { periodWords, statementOf } from './statement.js'
export { shownValue } from './value.js'
