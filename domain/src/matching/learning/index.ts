export {
  type Example,
  LEAST_EXAMPLES,
  type Learned,
  type LearnedWeight,
  learnWeights,
  type Values,
  withLearned,
} from './learn.js'
export { type Fit, fitLogistic, type RegressionRow } from './regression.js'
