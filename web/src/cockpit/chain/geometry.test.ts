import type { ChainPicture } from '@kehui/server/client'
import { describe, expect, it } from 'vitest'
import { boundsOf, itemsOf, nextItem } from './geometry.js'

const block = (key: string, x: number, y: number) => ({
  key,
  cover: 'held' as const,
  links: 1,
  withoutWorks: 0,
  withoutExperts: 0,
  open: false,
  x,
  y,
  width: 180,
  height: 84,
})
const stage = (key: string, blocks: ReturnType<typeof block>[]) => ({
  key,
  direction: null,
  steps: 0,
  part: null,
  links: blocks.length,
  blocks,
})
const picture: ChainPicture = {
  focus: { id: 'a', kind: 'product', name: '甲', sample: true },
  products: [],
  within: false,
  depth: 1,
  stages: [stage('up-1', [block('u1', 0, 0), block('u2', 0, 108)]), stage('focus', [block('f', 270, 0)])],
  links: 3,
  width: 450,
  height: 192,
  places: [],
  arcs: [],
}
const items = itemsOf(picture)
const at = (key: string) => items.find((item) => item.key === key) ?? null

describe('moving by keys', () => {
  it.each([
    ['u1', 'down', 'u2'],
    ['u2', 'up', 'u1'],
    ['u1', 'right', 'f'],
    ['u2', 'right', 'f'],
    ['f', 'left', 'u1'],
    ['f', 'right', null],
    ['u1', 'up', null],
  ] as const)('from %s %s is %s', (from, way, to) => {
    expect(nextItem(items, at(from), way)?.key ?? null).toBe(to)
  })
  it('begins with the first', () => {
    expect(nextItem(items, null, 'right')?.key).toBe('u1')
  })
})

describe('the bounds of a picture', () => {
  it.each([
    [1000, 600],
    [320, 500],
    [4000, 300],
  ])('hold all of it in %i × %i, no larger than life, as wide as high', (width, height) => {
    const bounds = boundsOf(picture, width, height)
    expect(bounds.x).toBeLessThanOrEqual(0)
    expect(bounds.y).toBeLessThanOrEqual(0)
    expect(bounds.x + bounds.width).toBeGreaterThanOrEqual(picture.width)
    expect(bounds.y + bounds.height).toBeGreaterThanOrEqual(picture.height)
    expect(bounds.width / width).toBeCloseTo(bounds.height / height, 6)
    expect(width / bounds.width).toBeLessThanOrEqual(1)
  })
})
