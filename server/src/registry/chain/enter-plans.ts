import type { ChainPlan } from '@kehui/domain/registry/chain'
import type { Library } from '@kehui/domain/rules'
import { type Db, inTransaction, type Pool } from '../../database/pool.js'
import { insertRelations, type NewRelation, retractRelations } from '../relations/store.js'
import { ensureResources, keyOf, type NewResource, relationsFrom } from './store-plans.js'

/**
 * Enters the chains that the packs of a region describe: what is new in the files is added, what left them is taken
 * back, and where nothing changed nothing is written. How many links there are.
 */
export async function enterPlans(
  pool: Pool,
  library: Library,
  region: number,
  pack: string,
): Promise<number> {
  const packs = library.packs.get(pack)?.chain ?? []
  const plans = library.chains.filter((plan) => packs.includes(plan.pack))
  return inTransaction(pool, async (db) => {
    for (const of of packs)
      await enterPack(
        db,
        region,
        plans.filter((plan) => plan.pack === of),
        { source: `政策包 ${of}`, sample: library.packs.get(of)?.sample ?? false },
      )
    return plans.reduce(
      (sum, plan) => sum + plan.parts.reduce((all, part) => all + part.products.length, 0),
      0,
    )
  })
}

type Said = readonly [from: NewResource, type: string, to: NewResource]

async function enterPack(
  db: Db,
  region: number,
  plans: readonly ChainPlan[],
  { source, sample }: { readonly source: string; readonly sample: boolean },
): Promise<void> {
  const said = plans.flatMap((plan) => saidBy(plan, sample))
  const resources = [...new Map(said.flatMap(([a, , b]) => [a, b]).map((r) => [keyOf(r), r])).values()]
  const ids = await ensureResources(db, region, resources)
  const end = (resource: NewResource) => ({ kind: resource.kind, id: ids.get(keyOf(resource)) ?? '' })
  const wanted = new Map(
    said.map(([from, type, to]): [string, NewRelation] => {
      const relation = { type, from: end(from), to: end(to) }
      return [`${type} ${relation.from.id} ${relation.to.id}`, relation]
    }),
  )
  const standing = new Map(
    (await relationsFrom(db, region, source)).map(({ id, type, from, to }) => [`${type} ${from} ${to}`, id]),
  )
  const gone = [...standing].flatMap(([key, id]) => (wanted.has(key) ? [] : [id]))
  const fresh = [...wanted].flatMap(([key, relation]) => (standing.has(key) ? [] : [relation]))
  if (gone.length > 0) await retractRelations(db, region, gone)
  await insertRelations(db, region, fresh, { source })
}

/** A chain as relations: parts of the industry, products of the parts, kinds, and what goes into what. */
function saidBy(plan: ChainPlan, sample: boolean): Said[] {
  const chain: NewResource = { kind: 'industry', name: plan.title.zh, code: plan.id, sample }
  const product = (name: string): NewResource => ({ kind: 'product', name, sample })
  return plan.parts.flatMap(({ title, products }, i) => {
    const part: NewResource = {
      kind: 'industry',
      name: `${plan.title.zh}·${title.zh}`,
      code: `${plan.id}.${i + 1}`,
      sample,
    }
    return [
      [part, 'part-of', chain] as const,
      ...products.flatMap(({ name, madeWith, kindOf }) => [
        [product(name), 'part-of', part] as const,
        ...(kindOf === null ? [] : [[product(name), 'kind-of', product(kindOf)] as const]),
        ...madeWith.map((material) => [product(material), 'input-of', product(name)] as const),
      ]),
    ]
  })
}
