export { type Embedder, EmbeddingError, type EmbeddingSettings } from './embedder.js'
export { embedderOf } from './embedder-of.js'
export { withMeaning } from './fused.js'
export { followMeaning, type Meaning, type MeaningState } from './meaning.js'
