export { filesInForce, type Held, type InForce } from './in-force.js'
export { changedBeneath, overlaid, type PublishedText } from './overlay.js'
export { type FileHashes, fileHashes, filesHash, textHash } from './text-hash.js'
export { type KnownVersion, type VersionChange, versionChanges } from './versions.js'
