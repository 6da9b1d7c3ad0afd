export { LEAST_MEANING, meaningOf } from './closeness.js'
export { type Fused, fuseByRank } from './fuse.js'
export { type Near, Vectors } from './vectors.js'
