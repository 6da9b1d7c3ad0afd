import type { ChainBlock, ChainPicture, ChainPlace } from '@kehui/server/client'

export interface Window {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What can be opened or picked: a block, or a link in an open block. */
export type Item = Window &
  (
    | { readonly kind: 'block'; readonly key: string; readonly stage: number; readonly block: ChainBlock }
    | { readonly kind: 'link'; readonly key: string; readonly place: ChainPlace }
  )

/** Half the size of the area in which a link is hit. */
const REACH = 11
const LINK_WIDTH = 112

const known = new WeakMap<ChainPicture, readonly Item[]>()

export function itemsOf(picture: ChainPicture): readonly Item[] {
  const before = known.get(picture)
  if (before) return before
  const blocks = picture.stages.flatMap(({ blocks: all }, stage) =>
    all.map((block): Item => {
      const { key, x, y, width, height, open } = block
      return { kind: 'block', key, stage, block, x, y, width, height: open ? 30 : height }
    }),
  )
  const links = picture.places.map(
    (place): Item => ({
      kind: 'link',
      key: place.id,
      place,
      x: place.x - REACH,
      y: place.y - REACH,
      width: LINK_WIDTH,
      height: 2 * REACH,
    }),
  )
  const items = [...blocks, ...links]
  known.set(picture, items)
  return items
}

const MARGIN = { x: 24, top: 56, bottom: 24 }

/** The picture with a margin, made as wide as high as the host is, and never larger than life. */
export function boundsOf(picture: ChainPicture, hostWidth: number, hostHeight: number): Window {
  const width = picture.width + 2 * MARGIN.x
  const height = picture.height + MARGIN.top + MARGIN.bottom
  const scale = Math.min(hostWidth / width, hostHeight / height, 1) || 1
  const [shownWidth, shownHeight] = [hostWidth / scale, hostHeight / scale]
  return {
    x: -MARGIN.x - (shownWidth - width) / 2,
    y: -MARGIN.top,
    width: shownWidth,
    height: shownHeight,
  }
}

export type Way = 'left' | 'right' | 'up' | 'down'

/** The nearest item that way; what lies aside counts for more than what lies farther. */
export function nextItem(items: readonly Item[], from: Item | null, way: Way): Item | null {
  if (from === null) return items[0] ?? null
  const across = way === 'left' || way === 'right'
  const sign = way === 'left' || way === 'up' ? -1 : 1
  const middle = ({ x, y, height }: Item) => ({ x, y: y + height / 2 })
  const at = middle(from)
  let best: Item | null = null
  let least = Number.POSITIVE_INFINITY
  for (const item of items) {
    const to = middle(item)
    const [along, aside] = across ? [to.x - at.x, to.y - at.y] : [to.y - at.y, to.x - at.x]
    if (item === from || along * sign <= 1) continue
    const distance = Math.abs(along) + 3 * Math.abs(aside)
    if (distance >= least) continue
    least = distance
    best = item
  }
  return best
}
