/** Which rows have a tag: a filter then looks at those alone. */
export class RowsByTag {
  private readonly rows = new Map<string, Set<number>>()

  add(row: number, tags: readonly string[]): void {
    for (const tag of tags) {
      const rows = this.rows.get(tag)
      if (rows) rows.add(row)
      else this.rows.set(tag, new Set([row]))
    }
  }

  remove(row: number, tags: readonly string[]): void {
    for (const tag of tags) {
      const rows = this.rows.get(tag)
      rows?.delete(row)
      if (rows?.size === 0) this.rows.delete(tag)
    }
  }

  /** The rows that have a tag of each list, of which there is at least one; each row once. */
  *passing(filter: readonly (readonly string[])[]): Generator<number> {
    const lists = filter
      .map((tags) => [...new Set(tags)].flatMap((tag) => this.rows.get(tag) ?? []))
      .sort((a, b) => countOf(a) - countOf(b))
    const [fewest = [], ...others] = lists
    for (const [i, rows] of fewest.entries())
      for (const row of rows) {
        const before = fewest.slice(0, i).some((earlier) => earlier.has(row))
        if (!before && others.every((list) => list.some((one) => one.has(row)))) yield row
      }
  }
}

function countOf(list: readonly ReadonlySet<number>[]): number {
  return list.reduce((sum, { size }) => sum + size, 0)
}
