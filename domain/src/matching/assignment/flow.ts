import { type ByMember, byMember } from './by-member.js'
import { NodeHeap } from './node-heap.js'
import type { AssignmentProblem } from './problem.js'

/**
 * The cheapest flow of places from left members over pairs to right members, found by shortest paths one place at a
 * time (Edmonds and Karp 1972; Ahuja, Magnanti and Orlin 1993, 9.7). A left member may always keep a place for itself
 * at no cost; the first place that a right member gives earns `bonus`, which outweighs all scores together.
 *
 * Nodes are the left members and behind them the right ones; `price` is the potential of each. What is left to do costs
 * nothing less than zero at these prices, so that Dijkstra's way of search finds the shortest paths.
 */
export class Flow {
  readonly isTaken: Uint8Array
  private readonly problem: AssignmentProblem
  private readonly scores: Float64Array
  private readonly bonus: number
  private readonly wishes: ByMember
  private readonly givenFrom: Int32Array
  private readonly given: Int32Array
  private readonly counts: Int32Array
  private readonly price: Float64Array
  private readonly distance: Float64Array
  private readonly reachedBy: Int32Array
  private readonly isSettled: Uint8Array
  private readonly heap: NodeHeap
  private readonly touched: number[] = []

  constructor(problem: AssignmentProblem, scores: Float64Array, bonus: number) {
    const { left, right, leftCapacity, rightCapacity } = problem
    const nodes = leftCapacity.length + rightCapacity.length
    this.problem = problem
    this.scores = scores
    this.bonus = bonus
    this.wishes = byMember(left, leftCapacity.length)
    this.givenFrom = byMember(right, rightCapacity.length).starts
    this.given = new Int32Array(right.length)
    this.counts = new Int32Array(rightCapacity.length)
    this.isTaken = new Uint8Array(left.length)
    this.price = new Float64Array(nodes).fill(bonus, leftCapacity.length)
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
    this.reachedBy = new Int32Array(nodes)
    this.isSettled = new Uint8Array(nodes)
    this.heap = new NodeHeap(this.distance)
  }

  /** Finds the best use of one more place of a left member; false when it is best kept. */
  add(member: number): boolean {
    this.openPrice(member)
    this.distance[member] = 0
    this.touched.push(member)
    this.heap.put(member)
    const { end, length } = this.nearestEnd()
    for (const node of this.touched) {
      const shift = (this.distance[node] ?? 0) - length
      if (this.isSettled[node] === 1 && shift < 0) this.price[node] = (this.price[node] ?? 0) + shift
    }
    this.turn(member, end)
    this.forget()
    return end !== member
  }

  /** A member with no place yet is priced so that nothing leads from it at less than zero. */
  private openPrice(member: number): void {
    const { starts, pairs } = this.wishes
    let price = 0
    for (let i = starts[member] ?? 0; i < (starts[member + 1] ?? 0); i += 1) {
      const pair = pairs[i] ?? 0
      if (this.isTaken[pair] === 1) continue
      price = Math.max(price, (this.price[this.rightNode(pair)] ?? 0) + (this.scores[pair] ?? 0))
    }
    this.price[member] = Math.max(price, this.price[member] ?? 0)
  }

  /** The node from which the way out costs least: a left member that keeps a place, or a right one that gives one. */
  private nearestEnd(): { end: number; length: number } {
    let end = -1
    let length = Number.POSITIVE_INFINITY
    const lefts = this.problem.leftCapacity.length
    for (let node = this.heap.take(); node >= 0; node = this.heap.take()) {
      const distance = this.distance[node] ?? 0
      if (distance >= length) break
      this.isSettled[node] = 1
      const out = distance + this.wayOut(node)
      if (out < length) {
        length = out
        end = node
      }
      if (node < lefts) this.reachRights(node, distance, length)
      else this.reachLefts(node, distance, length)
    }
    return { end, length }
  }

  /** What leaving at a node costs at the prices of now. */
  private wayOut(node: number): number {
    const lefts = this.problem.leftCapacity.length
    const price = this.price[node] ?? 0
    if (node < lefts) return Math.max(price, 0)
    const count = this.counts[node - lefts] ?? 0
    if (count >= (this.problem.rightCapacity[node - lefts] ?? 0)) return Number.POSITIVE_INFINITY
    return Math.max(price - (count === 0 ? this.bonus : 0), 0)
  }

  private reachRights(node: number, distance: number, length: number): void {
    const { starts, pairs } = this.wishes
    const price = this.price[node] ?? 0
    for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i += 1) {
      const pair = pairs[i] ?? 0
      if (this.isTaken[pair] === 1) continue
      const right = this.rightNode(pair)
      this.reach(
        right,
        pair,
        distance + price - (this.scores[pair] ?? 0) - (this.price[right] ?? 0),
        distance,
        length,
      )
    }
  }

  private reachLefts(node: number, distance: number, length: number): void {
    const right = node - this.problem.leftCapacity.length
    const price = this.price[node] ?? 0
    const from = this.givenFrom[right] ?? 0
    for (let i = from; i < from + (this.counts[right] ?? 0); i += 1) {
      const pair = this.given[i] ?? 0
      const left = this.problem.left[pair] ?? 0
      this.reach(
        left,
        pair,
        distance + price + (this.scores[pair] ?? 0) - (this.price[left] ?? 0),
        distance,
        length,
      )
    }
  }

  /** Rounding may make a step cost a little less than zero; it costs nothing then. */
  private reach(node: number, pair: number, distance: number, least: number, length: number): void {
    const found = Math.max(distance, least)
    if (this.isSettled[node] === 1 || found >= length || found >= (this.distance[node] ?? 0)) return
    if (this.distance[node] === Number.POSITIVE_INFINITY) this.touched.push(node)
    this.distance[node] = found
    this.reachedBy[node] = pair
    this.heap.put(node)
  }

  /** Takes the pairs of the way that were free, and frees those that were taken. */
  private turn(start: number, end: number): void {
    const lefts = this.problem.leftCapacity.length
    for (let node = end; node !== start; ) {
      const pair = this.reachedBy[node] ?? 0
      if (node < lefts) {
        this.letGo(pair)
        node = this.rightNode(pair)
      } else {
        this.give(pair)
        node = this.problem.left[pair] ?? 0
      }
    }
  }

  private give(pair: number): void {
    const right = this.problem.right[pair] ?? 0
    const count = this.counts[right] ?? 0
    this.given[(this.givenFrom[right] ?? 0) + count] = pair
    this.counts[right] = count + 1
    this.isTaken[pair] = 1
  }

  private letGo(pair: number): void {
    const right = this.problem.right[pair] ?? 0
    const from = this.givenFrom[right] ?? 0
    const last = (this.counts[right] ?? 0) - 1
    const at = this.given.subarray(from, from + last + 1).indexOf(pair)
    this.given[from + at] = this.given[from + last] ?? 0
    this.counts[right] = last
    this.isTaken[pair] = 0
  }

  private forget(): void {
    for (const node of this.touched) {
      this.distance[node] = Number.POSITIVE_INFINITY
      this.isSettled[node] = 0
    }
    this.touched.length = 0
    this.heap.clear()
  }

  private rightNode(pair: number): number {
    return this.problem.leftCapacity.length + (this.problem.right[pair] ?? 0)
  }
}
