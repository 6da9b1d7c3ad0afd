export const LEAST = -(2n ** 63n)
export const GREATEST = 2n ** 63n - 1n

/** What a back end cannot hold in its bits, or cannot compute with whole numbers: the interpreter does that part. */
export class NotNative extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotNative'
  }
}

/** Numbers of 64 bits that operations refer to by their place. */
export class Constants {
  readonly list: bigint[] = []
  private readonly places = new Map<string, number>()

  one(n: bigint): number {
    return this.many([n])
  }

  many(numbers: readonly bigint[]): number {
    const key = numbers.join()
    const known = this.places.get(key)
    if (known !== undefined) return known
    const at = this.list.length
    this.list.push(...numbers)
    this.places.set(key, at)
    return at
  }
}
