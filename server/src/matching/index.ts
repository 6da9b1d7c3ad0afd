export { embeddingsAt } from '../config.js'
export { StartupError } from '../startup-error.js'
export { cutChinese } from './cut.js'
export { type Embedder, EmbeddingError, type EmbeddingSettings, embedderOf } from './embeddings/index.js'
