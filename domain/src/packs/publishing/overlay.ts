import type { PackSource } from '../source-files.js'
import { textHash } from './text-hash.js'

/** A programme file that was published on the pages and not withdrawn: it stands in place of the file of the packs. */
export interface PublishedText extends PackSource {
  readonly programme: string
  readonly hash: string
  /** What the packs held under this path when it was published; null where they held nothing. */
  readonly fileHash: string | null
}

/** The files of the packs with those of the pages in their place, in the order of the paths. */
export function overlaid(
  files: readonly PackSource[],
  published: readonly Pick<PublishedText, 'path' | 'text'>[],
): PackSource[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  for (const { path, text } of published) texts.set(path, text)
  return [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Published texts whose file in the packs is another one today than when they were published. */
export function changedBeneath<T extends PublishedText>(
  files: readonly PackSource[],
  published: readonly T[],
): T[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return published.filter(({ path, fileHash }) => {
    const text = texts.get(path)
    return (text === undefined ? null : textHash(text)) !== fileHash
  })
}
