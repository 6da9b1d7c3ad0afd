import {
  buildGraph,
  type ChainGraph,
  type ChainNode,
  type ChainRelation,
  type Covers,
  coversOf,
} from '@kehui/domain/registry/chain'
import type { AppContext } from '../../context.js'
import type { Pool } from '../../database/pool.js'
import { regionOf } from '../store-region.js'
import {
  chainLinks,
  chainNodes,
  changesFrom,
  packOfRegion,
  relationsSince,
  type Standing,
  standingOf,
} from './store.js'

/** The graph of a region as of one moment, and how place codes of the region begin. */
export interface KeptGraph {
  readonly region: number
  readonly graph: ChainGraph
  readonly covers: Covers
}

/** Changes that a transaction may still hold back behind later ones. */
const LOOK_BACK = 1000n

const keepers = new WeakMap<AppContext, Keeper>()

/** The graph as the database has it now: read once, then only what was written since. */
export async function graphOf(context: AppContext): Promise<KeptGraph> {
  const region = await regionOf(context.pool)
  const before = keepers.get(context)
  const keeper = before?.region === region ? before : new Keeper(context, region)
  if (keeper !== before) keepers.set(context, keeper)
  return keeper.current()
}

class Keeper {
  readonly region: number
  private readonly context: AppContext
  private readonly nodes = new Map<string, ChainNode>()
  private readonly relations = new Map<string, ChainRelation>()
  private readonly seen = new Set<bigint>()
  private standing: Standing = { revision: 0n, change: 0n }
  private kept: KeptGraph | null = null
  private reading: Promise<KeptGraph> | null = null

  constructor(context: AppContext, region: number) {
    this.context = context
    this.region = region
  }

  /** Readers that come while it reads wait for the same reading. */
  current(): Promise<KeptGraph> {
    this.reading ??= this.read().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  private async read(): Promise<KeptGraph> {
    const { pool } = this.context
    const prefix = await this.prefix()
    const now = await standingOf(pool, this.region)
    const { kept, standing } = this
    if (kept && now.revision === standing.revision && now.change === standing.change) {
      if (kept.covers.prefix === prefix) return kept
    } else await this.catchUp(pool, now)
    const graph = buildGraph([...this.nodes.values()], this.relations.values())
    this.kept = { region: this.region, graph, covers: coversOf(graph, prefix) }
    return this.kept
  }

  private async catchUp(pool: Pool, now: Standing): Promise<void> {
    const written = await this.writtenSubjects(pool)
    for (const relation of await relationsSince(pool, this.region, this.standing.revision)) {
      // Set anew, so that what was said last comes last.
      this.relations.delete(relation.id)
      if (relation.stands) this.relations.set(relation.id, relation)
    }
    const ends = new Set<string>()
    for (const { from, to } of this.relations.values()) ends.add(from).add(to)
    if (written === null) {
      this.nodes.clear()
      for (const node of await chainLinks(pool, this.region)) this.nodes.set(node.id, node)
    }
    const wanted = new Set([...ends].filter((id) => !this.nodes.has(id)))
    for (const id of written ?? []) wanted.add(id)
    const found = await chainNodes(pool, this.region, [...wanted])
    for (const id of wanted) this.nodes.delete(id)
    for (const node of found) this.nodes.set(node.id, node)
    for (const { id, kind } of this.nodes.values())
      if (kind !== 'product' && kind !== 'industry' && !ends.has(id)) this.nodes.delete(id)
    this.standing = now
  }

  /** Whose names and places have to be read anew; null where an import wrote, or nothing was read yet: all of them. */
  private async writtenSubjects(pool: Pool): Promise<string[] | null> {
    const { change } = this.standing
    const changes = await changesFrom(pool, this.region, change - LOOK_BACK)
    const fresh = changes.filter(({ id }) => !this.seen.has(id))
    this.seen.clear()
    for (const { id } of changes) this.seen.add(id)
    if (this.kept === null || fresh.some(({ subjects }) => subjects === null)) return null
    return [...new Set(fresh.flatMap(({ subjects }) => subjects ?? []))]
  }

  /** Codes nest by two digits: those of the region begin alike. */
  private async prefix(): Promise<string> {
    const pack = this.context.library.packs.get(await packOfRegion(this.context.pool, this.region))
    return pack?.appliesCode?.replace(/(00){1,3}$/, '') ?? ''
  }
}
