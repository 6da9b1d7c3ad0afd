export interface Keyed<T> {
  readonly key: string
  readonly item: T
}

/** Keys for items that have no identity of their own: what they say, and which of those that say the same. */
export function keyed<T>(items: readonly T[], textOf: (item: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const text = textOf(item)
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return { key: `${text}#${count}`, item }
  })
}
