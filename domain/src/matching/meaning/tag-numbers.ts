/** The tags of rows as numbers: many rows have the same few. */
export class TagNumbers {
  private readonly numbers = new Map<string, number>()
  private readonly rows: (readonly number[])[] = []

  set(row: number, tags: readonly string[]): void {
    this.rows[row] = tags.map((tag) => {
      const known = this.numbers.get(tag)
      if (known !== undefined) return known
      this.numbers.set(tag, this.numbers.size)
      return this.numbers.size - 1
    })
  }

  /** Tells of a row whether all of the lists have a tag of it. */
  passing(filter: readonly (readonly string[])[]): (row: number) => boolean {
    const wanted = filter.map((tags) => {
      const marks = new Uint8Array(this.numbers.size)
      for (const tag of tags) {
        const number = this.numbers.get(tag)
        if (number !== undefined) marks[number] = 1
      }
      return marks
    })
    if (wanted.length === 0) return () => true
    return (row) => wanted.every((marks) => this.rows[row]?.some((number) => marks[number] === 1) === true)
  }
}
