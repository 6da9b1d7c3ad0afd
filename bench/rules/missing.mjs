import { companiesOf } from '../trace/companies.mjs'
import { kehuiOf } from '../trace/kehui.mjs'
import { publicodesOf } from '../trace/publicodes.mjs'

const COMPANIES = 200

/**
 * What open decisions wait for, beside the one rival that tells: the same facts, or fewer, as publicodes also asks for
 * what an amount under its cap no longer depends on. A fact that we ask for and it does not is a disagreement.
 */
export function missingFacts(programmes) {
  const companies = companiesOf(5, COMPANIES)
  const [ours, theirs] = [kehuiOf(programmes, companies), publicodesOf(programmes, companies)]
  const found = { compared: 0, same: 0, fewer: 0, disagreements: 0 }
  for (let i = 0; i < COMPANIES; i += 1) {
    const rival = theirs(i)
    for (const [k, { verdict, missing }] of ours(i).entries()) {
      const asked = new Set(Object.keys(rival[k].missingVariables))
      if (verdict !== 'unknown') continue
      found.compared += 1
      if (missing.some((fact) => !asked.has(fact))) found.disagreements += 1
      else if (missing.length === asked.size) found.same += 1
      else found.fewer += 1
    }
  }
  return found
}
