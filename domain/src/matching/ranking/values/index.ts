import type { Feature } from '../../../rules/ranking-weights.js'
import type { Look } from '../pair.js'
import { budgetValue } from './budget.js'
import { capacityValue } from './capacity.js'
import { chainValue } from './chain.js'
import { disciplineValue } from './discipline.js'
import { fairnessValue } from './fairness.js'
import { freshnessValue } from './freshness.js'
import { maturityValue } from './maturity.js'
import { placeValue } from './place.js'
import { recordValue } from './record.js'
import { textValue } from './text.js'

export const LOOKS: Readonly<Record<Feature, Look>> = {
  text: textValue,
  chain: chainValue,
  discipline: disciplineValue,
  maturity: maturityValue,
  place: placeValue,
  budget: budgetValue,
  record: recordValue,
  freshness: freshnessValue,
  capacity: capacityValue,
  fairness: fairnessValue,
}
