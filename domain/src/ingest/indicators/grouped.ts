/** In the order in which the keys come first. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const all = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = all.get(key)
    if (known) known.push(item)
    else all.set(key, [item])
  }
  return all
}
