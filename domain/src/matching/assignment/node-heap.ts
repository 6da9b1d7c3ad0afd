/** Nodes by distance, the nearest first; a node is in it once, and its distance may fall while it is. */
export class NodeHeap {
  private readonly nodes: Int32Array
  private readonly places: Int32Array
  private readonly distances: Float64Array
  private size = 0

  /** `distances` is the caller's own: it is read here, and changed before a node is put in or lifted. */
  constructor(distances: Float64Array) {
    this.nodes = new Int32Array(distances.length)
    this.places = new Int32Array(distances.length).fill(-1)
    this.distances = distances
  }

  /** Puts a node in, or lifts it after its distance fell. */
  put(node: number): void {
    let at = this.places[node] ?? -1
    if (at < 0) {
      at = this.size
      this.size += 1
    }
    const distance = this.distances[node] ?? 0
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.nodes[parent] ?? 0
      if ((this.distances[above] ?? 0) <= distance) break
      this.set(at, above)
      at = parent
    }
    this.set(at, node)
  }

  /** Takes the nearest node out; -1 when there is none. */
  take(): number {
    if (this.size === 0) return -1
    const nearest = this.nodes[0] ?? 0
    this.places[nearest] = -1
    this.size -= 1
    if (this.size > 0) this.sink(this.nodes[this.size] ?? 0)
    return nearest
  }

  clear(): void {
    for (let i = 0; i < this.size; i += 1) this.places[this.nodes[i] ?? 0] = -1
    this.size = 0
  }

  private sink(node: number): void {
    const distance = this.distances[node] ?? 0
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.distanceAt(child + 1) < this.distanceAt(child)) child += 1
      if (this.distanceAt(child) >= distance) break
      this.set(at, this.nodes[child] ?? 0)
      at = child
    }
    this.set(at, node)
  }

  private distanceAt(place: number): number {
    return this.distances[this.nodes[place] ?? 0] ?? 0
  }

  private set(place: number, node: number): void {
    this.nodes[place] = node
    this.places[node] = place
  }
}
