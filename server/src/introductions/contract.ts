import { integerCell } from '@kehui/domain/registry/fields'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { ensureResources, keyOf } from '../registry/chain/store-plans.js'
import { tellCells } from '../registry/feed/tell-cells.js'
import { holderOf } from '../registry/holders/holders.js'
import { findByCode } from '../registry/resources/store-resources.js'
import { findSubject } from '../registry/store.js'
import { findIntroduction, saveContract } from './store.js'

/** What both sides declare counts less than what is registered later under the same number. */
const SOURCE = { name: '需求对接 Introductions', standing: 'declaration', confidence: 70 } as const

export interface SignedContract {
  readonly id: string
  /** Its registration number; null where it is not registered yet. */
  readonly contract: string | null
  /** Integer fen as text. */
  readonly amountFen: string | null
  readonly by: string
}

/** Enters the contract that an introduction led to, so that it counts for both sides as any registered one does. */
export async function enterContract(
  { kinds, today }: AppContext,
  db: Db,
  region: number,
  { id, contract, amountFen, by }: SignedContract,
): Promise<void> {
  const stands = await findIntroduction(db, region, id)
  const kind = kinds.get('contract')
  if (!stands || !kind) throw new HttpError('introduction.not-found')
  const buyer = await findSubject(db, region, stands.seekerId)
  // An achievement and an expert sign nothing: who holds it, or employs them, does.
  const seller =
    (await holderOf(db, region, stands.providerId)) ?? (await findSubject(db, region, stands.providerId))
  const number = contract?.trim() || null
  const registered = number === null ? null : await findByCode(db, region, kind, number)
  // What the register says of its contract is not said again.
  if (registered) return saveContract(db, region, id, registered.id)
  const resource = {
    kind: kind.id,
    name: `${stands.demandTitle}（对接 ${id.slice(0, 8)}）`,
    code: number,
    sample: buyer?.sample === true && seller?.sample === true,
    audience: kind.audience,
  }
  const ids = await ensureResources(db, region, [resource])
  const subject = ids.get(keyOf(resource)) ?? ''
  const cells = {
    name: resource.name,
    number,
    seller: seller?.name ?? null,
    sellerPlace: seller?.place ?? null,
    buyer: buyer?.name ?? null,
    buyerPlace: buyer?.place ?? null,
    buyerIsCompany: buyer?.audience === 'enterprise',
    signedOn: today(),
    amount: amountFen === null ? null : integerCell(BigInt(amountFen)),
  }
  await tellCells(db, region, kind, [{ subject, key: id, cells }], {
    source: SOURCE,
    observedOn: today(),
    today: today(),
    actor: by,
  })
  await saveContract(db, region, id, subject)
}
