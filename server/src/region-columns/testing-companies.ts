import { companyOf, interestingIn, Random } from '@kehui/domain/packs/agreement/testing'
import type { BatchProgram, Subject } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { insertSubjects } from '../registry/store-insert.js'

/** Random subjects whose facts stand on both sides of what programmes ask, and their owners, entered into a region. */
export async function enterRandom(
  db: Db,
  region: number,
  { engine, plans }: BatchProgram,
  { seed, count }: { seed: number; count: number },
): Promise<void> {
  const random = new Random(seed)
  const roots = plans.flatMap(({ bound: { verdict, pay } }) => [verdict, ...(pay ? [pay.amount] : [])])
  const interesting = interestingIn(roots)
  const made = Array.from({ length: count }, (_, i) =>
    companyOf(engine, interesting, random, random.pick([0.3, 0.7, 0.9, 1]), `c${i}`),
  )
  const ids = new Map<Subject, string>()
  const enter = async (subjects: readonly Subject[]): Promise<void> => {
    const entered = await insertSubjects(
      db,
      region,
      subjects.map((subject) => ({ ...subject, id: crypto.randomUUID(), owner: ownerId(subject) })),
    )
    for (const [i, subject] of subjects.entries()) ids.set(subject, entered[i] ?? '')
  }
  const ownerId = ({ owner }: Subject) => (owner ? (ids.get(owner) ?? null) : null)
  await enter(made.flatMap(({ owner }) => owner ?? []))
  await enter(made)
}
