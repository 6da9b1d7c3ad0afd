import { type Disclosure, disclosureOf, type Viewer } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import type { Actor } from '../http/auth.js'
import { statesBetween } from '../introductions/store.js'
import type { StoredDemand } from './store.js'

/** Who looks: a person in a role, for a company or for none. */
export interface Looking {
  readonly actor: Actor
  readonly as: string | null
}

export function isBroker({ role }: Actor): boolean {
  return role !== 'manager'
}

export async function viewerOf(
  db: Db,
  region: number,
  demand: StoredDemand,
  { actor, as }: Looking,
): Promise<Viewer> {
  if (isBroker(actor)) return { as: 'broker' }
  if (as === demand.subjectId) return { as: 'owner' }
  const introductions = as === null ? [] : await statesBetween(db, region, demand.id, as)
  return { as: 'other', introductions }
}

export async function disclosedTo(
  db: Db,
  region: number,
  demand: StoredDemand,
  looking: Looking,
): Promise<{ viewer: Viewer; disclosure: Disclosure }> {
  const viewer = await viewerOf(db, region, demand, looking)
  return { viewer, disclosure: disclosureOf(demand.state, viewer) }
}
