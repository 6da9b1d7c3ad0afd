import { companyOf, interestingIn } from './testing-companies.js'
import { type BackEnd, firstDifference, programOf, smallestCase } from './testing-disagreement.js'
import { sketchOf } from './testing-programmes.js'
import { Random } from './testing-random.js'

const PROGRAMMES = 24

/** Random programmes for random companies; a difference fails with the smallest case that shows it. */
export async function fuzz(seed: number, companies: number, other: BackEnd): Promise<number> {
  const random = new Random(seed)
  const sketches = Array.from({ length: PROGRAMMES }, (_, i) => sketchOf(random, `made.p${i}`))
  const program = programOf(sketches)
  if (!program) throw new Error(`The programmes of seed ${seed} do not load`)
  const { plans, engine } = program
  const interesting = interestingIn(
    plans.flatMap(({ bound }) => [bound.verdict, ...(bound.pay ? [bound.pay.amount] : [])]),
  )
  const subjects = Array.from({ length: companies }, (_, i) =>
    companyOf(engine, interesting, random, random.pick([0.3, 0.7, 0.9, 0.98, 1]), `c${i}`),
  )
  const different = await firstDifference(program, subjects, other)
  const subject = different && subjects[different.row]
  const sketch = different && sketches.find((s) => s.id === plans[different.plan]?.bound.programme.id)
  if (different && subject && sketch)
    throw new Error(`Seed ${seed}:\n${await smallestCase(sketch, subject, other)}`)
  return companies * plans.length
}
