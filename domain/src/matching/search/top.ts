/** The best of what is offered, at most `k`: the highest scores, and among equal ones those offered first. */
export class Top {
  private readonly k: number
  /** A heap whose root is the one to fall out next. */
  private readonly scores: Float64Array
  private readonly orders: Int32Array
  private readonly keys: Int32Array
  private count = 0
  private offered = 0

  constructor(k: number) {
    this.k = k
    this.scores = new Float64Array(k)
    this.orders = new Int32Array(k)
    this.keys = new Int32Array(k)
  }

  /** What a score has to pass. */
  get bar(): number {
    return this.count < this.k ? 0 : (this.scores[0] ?? 0)
  }

  offer(score: number, key: number): void {
    if (this.count === this.k) {
      if (score <= (this.scores[0] ?? 0)) return
      this.sink(0, score, this.offered, key)
    } else this.rise(score, this.offered, key)
    this.offered += 1
  }

  /** Best first. */
  list(): { score: number; key: number }[] {
    return Array.from({ length: this.count }, (_, i) => i)
      .sort(
        (a, b) =>
          (this.scores[b] ?? 0) - (this.scores[a] ?? 0) || (this.orders[a] ?? 0) - (this.orders[b] ?? 0),
      )
      .map((i) => ({ score: this.scores[i] ?? 0, key: this.keys[i] ?? 0 }))
  }

  private isWorse(i: number, score: number, order: number): boolean {
    const other = this.scores[i] ?? 0
    return other < score || (other === score && (this.orders[i] ?? 0) > order)
  }

  private rise(score: number, order: number, key: number): void {
    let at = this.count
    this.count += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.isWorse(parent, score, order)) break
      this.move(parent, at)
      at = parent
    }
    this.set(at, score, order, key)
  }

  private sink(from: number, score: number, order: number, key: number): void {
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.count) break
      const right = child + 1
      if (right < this.count && this.isWorse(right, this.scores[child] ?? 0, this.orders[child] ?? 0))
        child = right
      if (!this.isWorse(child, score, order)) break
      this.move(child, at)
      at = child
    }
    this.set(at, score, order, key)
  }

  private move(from: number, to: number): void {
    this.set(to, this.scores[from] ?? 0, this.orders[from] ?? 0, this.keys[from] ?? 0)
  }

  private set(at: number, score: number, order: number, key: number): void {
    this.scores[at] = score
    this.orders[at] = order
    this.keys[at] = key
  }
}
