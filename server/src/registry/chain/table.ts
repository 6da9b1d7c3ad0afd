import { gapsOf, linkOf } from '@kehui/domain/registry/chain'
import { chainLinkOf, itemOf, numberOf } from './items.js'
import type { KeptGraph } from './keeper.js'
import { headOf, stagesOf } from './picture.js'
import type { ChainRow, ChainTable, TableQuery } from './schema.js'

const PAGE = 50

interface Listed {
  readonly link: number
  readonly stage: string
}

/** The picture as a list: the same links, stage by stage; or the gaps among them, the most serious first. */
export function tableOf(kept: KeptGraph, id: string, query: Omit<TableQuery, 'lang'>): ChainTable {
  const { page = 1 } = query
  return listed(kept, id, query, { first: (page - 1) * PAGE, count: PAGE })
}

/** Every row, for a file. */
export function wholeTable(
  kept: KeptGraph,
  id: string,
  query: Omit<TableQuery, 'lang' | 'page'>,
): ChainTable {
  return listed(kept, id, query, { first: 0, count: Number.POSITIVE_INFINITY })
}

function listed(
  kept: KeptGraph,
  id: string,
  { depth = 3, rows = 'all', stage }: Omit<TableQuery, 'lang' | 'page'>,
  { first, count }: { readonly first: number; readonly count: number },
): ChainTable {
  const around = stagesOf(kept, numberOf(kept, id), depth)
  const chosen = around.stages.filter(({ key }) => stage === undefined || key === stage)
  const all = chosen.flatMap(({ key, blocks }) =>
    blocks.flatMap(({ links }) => links.map((link): Listed => ({ link, stage: key }))),
  )
  const ordered = rows === 'gaps' ? gapsAmong(kept, all) : all
  return {
    focus: itemOf(kept.graph, around.focus),
    stages: around.stages.map((each) => headOf(kept, each)),
    rows: rowsOf(kept, ordered.slice(first, first + count)),
    total: ordered.length,
    pageSize: PAGE,
  }
}

function gapsAmong({ graph, covers }: KeptGraph, listed: readonly Listed[]): Listed[] {
  const stages = new Map(listed.map(({ link, stage }) => [link, stage]))
  return gapsOf(graph, covers, stages.keys()).map(({ link }) => ({ link, stage: stages.get(link) ?? '' }))
}

function rowsOf({ graph, covers }: KeptGraph, listed: readonly Listed[]): ChainRow[] {
  const gaps = new Map(
    gapsOf(
      graph,
      covers,
      listed.map(({ link }) => link),
    ).map((gap) => [gap.link, gap]),
  )
  return listed.map(({ link, stage }) => {
    const { makers, works, experts } = linkOf(graph, link, covers.prefix)
    const count = (partners: typeof makers, where: string) => partners.filter((p) => p.where === where).length
    const gap = gaps.get(link)
    return {
      ...chainLinkOf(graph, covers, link),
      stage,
      lacking: [...(gap?.lacking ?? [])],
      local: count(makers, 'local'),
      elsewhere: count(makers, 'elsewhere'),
      unknown: count(makers, 'unknown'),
      localWorks: count(works, 'local'),
      localExperts: count(experts, 'local'),
      wantedBy: gap?.wantedBy ?? 0,
    }
  })
}
