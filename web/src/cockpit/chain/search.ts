import { textOf } from '../../ui/text-of.js'

export const VIEWS = ['picture', 'list', 'gaps'] as const
export type ChainView = (typeof VIEWS)[number]

export interface ChainSearch {
  readonly view?: ChainView | undefined
  /** Steps up and down. */
  readonly depth?: number | undefined
  /** Keys of blocks that are drilled into, parted by commas. */
  readonly open?: string | undefined
  /** The link whose partners are shown. */
  readonly link?: string | undefined
  readonly page?: number | undefined
}

export const DEPTHS = [1, 2, 3, 4] as const
export const USUAL_DEPTH = 3

function within(value: unknown, from: number, to: number): number | undefined {
  const number = Number(value)
  return Number.isInteger(number) && number >= from && number <= to ? number : undefined
}

export function readChainSearch(search: Record<string, unknown>): ChainSearch {
  return {
    view: VIEWS.find((view) => view === search.view),
    depth: within(search.depth, 1, 4),
    open: textOf(search.open),
    link: textOf(search.link),
    page: within(search.page, 2, 100_000),
  }
}

export function openBlocks({ open }: ChainSearch): string[] {
  return open === undefined || open === '' ? [] : open.split(',')
}

/** The same, with one block more or less. */
export function toggled(search: ChainSearch, block: string): string | undefined {
  const before = openBlocks(search)
  const after = before.includes(block) ? before.filter((key) => key !== block) : [...before, block]
  return after.length > 0 ? after.join(',') : undefined
}
