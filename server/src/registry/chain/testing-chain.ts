import { randomUUID } from 'node:crypto'
import type { Db } from '../../database/pool.js'
import { recordChange } from '../store-changes.js'

export interface TestNode {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly place?: string
}

/** Resources as an import enters them, told to whoever follows the registry. */
export async function insertNodes(db: Db, region: number, nodes: readonly TestNode[]): Promise<void> {
  await db.query(
    `INSERT INTO subject (id, region_id, kind, audience, name, place)
     SELECT id, $1, kind, CASE WHEN kind = 'enterprise' THEN kind END, name, place
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS given (id, kind, name, place)`,
    [
      region,
      nodes.map((n) => n.id),
      nodes.map((n) => n.kind),
      nodes.map((n) => n.name),
      nodes.map((n) => n.place ?? null),
    ],
  )
  await recordChange(db, region, { what: 'written', subjects: nodes.map((n) => n.id) })
}

/** Named nodes by their names: `产品 硅片`, `企业 甲@990102`. */
const KINDS: Readonly<Record<string, string>> = {
  产品: 'product',
  行业: 'industry',
  企业: 'enterprise',
  成果: 'achievement',
  专家: 'person',
}

export function testNodes(...texts: string[]): Map<string, TestNode> {
  return new Map(
    texts.map((text) => {
      const [, kind = '', name = '', place] = /^(\S+) ([^@]+)(?:@(\d+))?$/.exec(text) ?? []
      const node = { id: randomUUID(), kind: KINDS[kind] ?? kind, name, ...(place ? { place } : {}) }
      return [name, node]
    }),
  )
}
