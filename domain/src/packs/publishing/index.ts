export * from './draft-check.js'
export * from './draft-state.js'
export {
  type Certain,
  type EffectQuestion,
  effectOn,
  type ProgrammeStep,
  programmeStep,
  type SubjectEffect,
} from './effect.js'
export { filesInForce, type Held, type InForce } from './in-force.js'
export { changedBeneath, overlaid, type PublishedText } from './overlay.js'
export { openReading, type ReadingSignature, signReading } from './reading.js'
export { ReadingExample, readingExample } from './reading-example.js'
export { type FileHashes, fileHashes, filesHash, textHash } from './text-hash.js'
export { type KnownVersion, type VersionChange, versionChanges } from './versions.js'
export { withProgramme } from './with-programme.js'
