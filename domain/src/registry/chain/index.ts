export {
  ASPECTS,
  type Aspect,
  type Cover,
  type Covers,
  coverOf,
  coversOf,
  isLink,
  lackingOf,
} from './cover.js'
export { neighbours } from './csr.js'
export { type Distance, distancesFrom, placesInChain } from './distance.js'
export { type Gap, gapsOf } from './gaps.js'
export {
  buildGraph,
  type ChainGraph,
  type ChainNode,
  type ChainRelation,
  coming,
  leaving,
} from './graph.js'
export { layOut, type Picture, type PlacedBlock, type PlacedLink } from './layout.js'
export { type Link, linkOf, type Partner, type Whereabouts, whereabouts } from './partners.js'
export { type Part, partsInFlow } from './parts.js'
export type { ChainPlan, PlannedProduct } from './plan.js'
export { type Block, COVERS, type Stage, type StagesQuestion, stagesAround, stagesWithin } from './stages.js'
export { DIRECTIONS, type Direction, startOf, type Walk, walk } from './walk.js'
