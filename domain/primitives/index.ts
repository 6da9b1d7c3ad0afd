export { and, andNot, any, count, list, none, not, ones, or, orNot, pickBits } from './bits'
export { bound, joinAll, joinAny, joinHull, part } from './intervals'
export { above, differ, outside, within8, within32, within64 } from './tests'
export {
  choose,
  combine,
  fill,
  greater,
  greaterWhere,
  lesser,
  lesserWhere,
  multiply,
  orConstant,
  pick8,
  pick32,
  pick64,
  round,
  scale,
  slice,
  sum,
  widen8,
  widen32,
} from './vectors'
