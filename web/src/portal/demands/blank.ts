import type { DemandContent } from '@kehui/server/client'

/** A need before anything is written. */
export const BLANK: DemandContent = {
  title: '',
  problem: '',
  scene: '',
  tried: '',
  targets: [],
  field: null,
  cooperation: [],
  budgetFen: null,
  neededBy: null,
  maturity: null,
  reach: 'any',
  contact: '',
  secrets: [],
}
