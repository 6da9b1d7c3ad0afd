export { and, andNot, any, count, list, none, not, ones, or, orNot, pickBits } from './bits'
export { bound, joinAll, joinAny, joinHull, part } from './intervals'
export { above, differ, extremes, outside, within8, within32, within64 } from './tests'
export {
  choose,
  combine,
  fill,
  greater,
  greaterConstant,
  greaterWhere,
  lesser,
  lesserConstant,
  lesserWhere,
  multiply,
  orConstant,
  pick8,
  pick32,
  pick64,
  putWhere,
  round,
  roundSmall,
  scale,
  slice,
  sum,
  widen8,
  widen32,
} from './vectors'
