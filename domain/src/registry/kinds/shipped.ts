import { achievement } from './achievement.js'
import { award } from './award.js'
import { commissioner } from './commissioner.js'
import { contract } from './contract.js'
import { demand } from './demand.js'
import { enterprise } from './enterprise.js'
import { event } from './event.js'
import { facility } from './facility.js'
import { financier } from './financier.js'
import { grid } from './grid.js'
import { incubator } from './incubator.js'
import { industry } from './industry.js'
import { institution } from './institution.js'
import { investment } from './investment.js'
import type { Kind } from './kind.js'
import { loan } from './loan.js'
import { patent } from './patent.js'
import { person } from './person.js'
import { platform } from './platform.js'
import { policy } from './policy.js'
import { product } from './product.js'
import { project } from './project.js'
import { title } from './title.js'
import { village } from './village.js'

/** Every kind, in the order in which pages show them. */
export const KINDS: readonly Kind[] = [
  enterprise,
  person,
  institution,
  financier,
  platform,
  incubator,
  achievement,
  patent,
  policy,
  demand,
  contract,
  title,
  award,
  project,
  loan,
  investment,
  event,
  facility,
  grid,
  product,
  industry,
  commissioner,
  village,
]
