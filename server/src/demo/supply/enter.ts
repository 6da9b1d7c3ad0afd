import type { Db } from '../../database/pool.js'
import { dueOf } from '../../introductions/due.js'
import { ensureResources, keyOf } from '../../registry/chain/store-plans.js'
import { tellCells } from '../../registry/feed/tell-cells.js'
import { holdersOf } from '../../registry/holders/holders.js'
import { findSource } from '../../registry/imports/store-imports.js'
import { KIND_BY_ID } from '../../registry/linked/party-kinds.js'
import type { StoredSample } from '../store.js'
import { INTRODUCTIONS } from './introductions.js'
import { NEEDS } from './needs.js'
import { pastIntroduction, pastNeed, scoreOf } from './past.js'
import { saidOf } from './said.js'
import { insertPastIntroduction, insertPastNeed } from './store-past.js'
import { expertName, marked } from './works.js'

const SOURCE = { name: '成果与专家库（示例）', standing: 'register', confidence: 90 } as const
const WEIGHTS = '示例'

/** What research offers, what companies need, and what came of bringing them together: once, with the rest. */
export async function enterSupply(
  db: Db,
  region: number,
  stored: readonly StoredSample[],
  today: string,
): Promise<void> {
  if ((await findSource(db, region, SOURCE.name)) !== null) return
  const ids = await tellSupply(db, region, today)
  const companies = new Map(stored.map(({ id, name }) => [name, id]))
  const needs = new Map<string, string>()
  for (const sample of NEEDS) {
    const need = pastNeed(sample, today)
    const company = companies.get(need.company)
    if (company === undefined) throw new Error(`There is no sample “${need.company}”`)
    needs.set(sample.key, await insertPastNeed(db, region, { ...need, subjectId: company }))
  }
  const holders = await holdersOf(db, region, [...ids.values()])
  for (const sample of INTRODUCTIONS) {
    const [need, [kind, name], , , , values] = sample
    const provider = ids.get(keyOf({ kind, name: kind === 'person' ? expertName(name) : marked(name) }))
    const demand = needs.get(need)
    if (provider === undefined || demand === undefined)
      throw new Error(`No sample is introduced: ${need}, ${name}`)
    const past = pastIntroduction(sample, today)
    const [text, chain, place, maturity] = values
    await insertPastIntroduction(db, region, {
      ...past,
      demand,
      provider,
      holder: holders.get(provider)?.id ?? null,
      dueOn: dueOf(past.stands, today),
      score: scoreOf(values),
      values: { text, chain, place, maturity },
      weights: WEIGHTS,
    })
  }
}

/** By kind and name, the ids of all that is offered. */
async function tellSupply(db: Db, region: number, today: string): Promise<Map<string, string>> {
  const said = saidOf(today)
  const ids = await ensureResources(
    db,
    region,
    said.map(({ kind, name, place }) => ({
      kind,
      name,
      place,
      sample: true,
      // Somebody acts for an institution, as for a company; experts are told through it.
      audience: kind === 'institution' ? kind : null,
    })),
  )
  for (const kind of ['institution', 'person', 'achievement'] as const) {
    const known = KIND_BY_ID.get(kind)
    if (!known) throw new Error(`“${kind}” is a kind`)
    const told = said
      .filter((one) => one.kind === kind)
      .map((one) => ({ subject: ids.get(keyOf(one)) ?? '', key: one.name, cells: one.cells }))
    await tellCells(db, region, known, told, { source: SOURCE, observedOn: today, today, actor: null })
  }
  return ids
}
