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
import { HttpError } from '../../http/error.js'
import {
  chainLinks,
  chainNodes,
  changesFrom,
  relationsSince,
  type Served,
  type Standing,
  servedNow,
} from './store.js'

/** The graph of a region as of one moment, and how place codes of the region begin. */
export interface KeptGraph {
  readonly region: number
  readonly pack: string
  readonly graph: ChainGraph
  readonly covers: Covers
}

/** Changes that a transaction may still hold back behind later ones. */
const LOOK_BACK = 1000n

const keepers = new WeakMap<AppContext, Keeper>()

/** The graph as the database has it now: read once, then only what was written since. */
export async function graphOf(context: AppContext): Promise<KeptGraph> {
  const now = await servedNow(context.pool)
  if (now === null) throw new HttpError('region.none')
  const before = keepers.get(context)
  const keeper = before?.region === now.region ? before : new Keeper(context.pool, now.region)
  if (keeper !== before) keepers.set(context, keeper)
  return keeper.current(now, prefixOf(context, now.pack))
}

/** Codes nest by two digits: those of the region begin alike. */
function prefixOf({ library }: AppContext, pack: string): string {
  return library.packs.get(pack)?.appliesCode?.replace(/(00){1,3}$/, '') ?? ''
}

class Keeper {
  readonly region: number
  private readonly pool: Pool
  private readonly nodes = new Map<string, ChainNode>()
  private readonly relations = new Map<string, ChainRelation>()
  private readonly seen = new Set<bigint>()
  private standing: Standing = { revision: 0n, change: 0n }
  private kept: KeptGraph | null = null
  private reading: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool, region: number) {
    this.pool = pool
    this.region = region
  }

  /** As of `now` or later. Readers come one after the other: what the first has read, the next need not. */
  async current(now: Served, prefix: string): Promise<KeptGraph> {
    const turn = this.reading.then(() => this.read(now, prefix))
    this.reading = turn.catch(() => undefined)
    return turn
  }

  private async read(now: Served, prefix: string): Promise<KeptGraph> {
    const { kept, standing } = this
    const known = kept !== null && now.revision <= standing.revision && now.change <= standing.change
    if (known && kept.covers.prefix === prefix) return kept
    if (!known) await this.catchUp(now)
    const graph = buildGraph([...this.nodes.values()], this.relations.values())
    this.kept = { region: this.region, pack: now.pack, graph, covers: coversOf(graph, prefix) }
    return this.kept
  }

  private async catchUp({ revision, change }: Served): Promise<void> {
    const { pool } = this
    const written = await this.writtenSubjects()
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
    this.standing = { revision, change }
  }

  /** Whose names and places have to be read anew; null where an import wrote, or nothing was read yet: all of them. */
  private async writtenSubjects(): Promise<string[] | null> {
    const { change } = this.standing
    const changes = await changesFrom(this.pool, this.region, change - LOOK_BACK)
    const fresh = changes.filter(({ id }) => !this.seen.has(id))
    this.seen.clear()
    for (const { id } of changes) this.seen.add(id)
    if (this.kept === null || fresh.some(({ subjects }) => subjects === null)) return null
    return [...new Set(fresh.flatMap(({ subjects }) => subjects ?? []))]
  }
}
