import type { Sql } from './expression.js'

/** Text of a query, with expressions of the query around it where it refers to them. */
export type Chunk = string | Sql

/** Computing two operations again costs no more than handing their result on. */
const WORTH_KEEPING = 2

/**
 * Lays a query out in subselects, each on the one before: what several expressions use is a column of an earlier one.
 * OFFSET 0 keeps PostgreSQL from merging them, which would write out each use anew.
 */
export class Layers {
  private readonly isInside: (sql: Sql) => boolean
  private readonly uses = new Map<Sql, number>()
  private readonly weights = new Map<Sql, number>()
  private readonly ready = new Map<Sql, number>()
  private readonly last = new Map<Sql, number>()
  /** Results that are made as early as they can be, so that what they are made of is not handed on. */
  private readonly early = new Set<Sql>()
  private top = 0

  /** What is not inside is computed by the query around it. */
  constructor(isInside: (sql: Sql) => boolean) {
    this.isInside = isInside
  }

  /** The widest list of columns. */
  width = 0

  query(roots: readonly Sql[], lead: string, from: readonly Chunk[]): Chunk[] {
    for (const root of roots) this.count(root)
    if (lead !== '') for (const root of roots) this.early.add(root)
    this.top = Math.max(0, ...roots.map((r) => this.readyAt(r)))
    for (const root of roots) this.place(root, this.top)
    let text = from
    for (let layer = 0; layer <= this.top; layer += 1) {
      const list =
        layer === this.top
          ? roots.flatMap((r, i) => [...comma(i), ...this.write(r, layer)])
          : this.list(layer)
      const first = lead === '' ? [] : [lead, ...(list.length > 0 ? [', '] : [])]
      const source = layer === 0 ? text : ['(', ...text, ' OFFSET 0) q']
      text = ['SELECT ', ...first, ...list, ...(source.length > 0 ? [' FROM ', ...source] : [])]
    }
    return [...text]
  }

  private list(layer: number): Chunk[] {
    const columns = [...this.last].filter(([sql, last]) => {
      const from = isLeaf(sql) ? 0 : this.readyAt(sql) - 1
      return from <= layer && last > layer
    })
    this.width = Math.max(this.width, columns.length)
    return columns.flatMap(([sql], i) => [
      ...comma(i),
      ...(this.isDefinedIn(sql, layer) ? [...this.define(sql, layer), ` n${sql.id}`] : [`n${sql.id}`]),
    ])
  }

  private isDefinedIn(sql: Sql, layer: number): boolean {
    return isLeaf(sql) ? layer === 0 : this.readyAt(sql) - 1 === layer
  }

  private count(sql: Sql): void {
    if (this.isOutside(sql)) return
    const before = this.uses.get(sql) ?? 0
    this.uses.set(sql, before + 1)
    if (before > 0) return
    // A subquery that refers to something would compute it once a row of its own.
    for (const part of sql.parts) for (let i = 0; i < (sql.type === 'query' ? 2 : 1); i += 1) this.count(part)
  }

  private isOutside(sql: Sql): boolean {
    return sql.constant !== null || !this.isInside(sql)
  }

  private isKept(sql: Sql): boolean {
    if (isLeaf(sql)) return false
    return this.early.has(sql) || ((this.uses.get(sql) ?? 0) > 1 && this.weight(sql) > WORTH_KEEPING)
  }

  private weight(sql: Sql): number {
    const known = this.weights.get(sql)
    if (known !== undefined) return known
    let weight = isLeaf(sql) ? 0 : 1
    for (const part of sql.parts) if (!this.isOutside(part) && !this.isKept(part)) weight += this.weight(part)
    this.weights.set(sql, weight)
    return weight
  }

  /** The first layer that can read it. */
  private readyAt(sql: Sql): number {
    if (this.isOutside(sql)) return 0
    const known = this.ready.get(sql)
    if (known !== undefined) return known
    const ready = Math.max(0, ...sql.parts.map((p) => this.readyAt(p))) + (this.isKept(sql) ? 1 : 0)
    this.ready.set(sql, ready)
    return ready
  }

  private place(sql: Sql, layer: number): void {
    if (this.isOutside(sql)) return
    if (!isLeaf(sql) && !this.isKept(sql)) {
      for (const part of sql.parts) this.place(part, layer)
      return
    }
    const before = this.last.get(sql)
    this.last.set(sql, Math.max(before ?? 0, layer))
    if (before === undefined) for (const part of sql.parts) this.place(part, this.readyAt(sql) - 1)
  }

  private write(sql: Sql, layer: number): Chunk[] {
    if (sql.constant !== null) return [...sql.texts]
    if (!this.isInside(sql)) return [sql]
    const stands = isLeaf(sql) ? layer > 0 : this.isKept(sql)
    return stands ? [`n${sql.id}`] : this.define(sql, layer)
  }

  private define(sql: Sql, layer: number): Chunk[] {
    return sql.texts.flatMap((text, i) => {
      const part = sql.parts[i]
      return part ? [text, ...this.write(part, layer)] : [text]
    })
  }
}

function isLeaf({ parts }: Sql): boolean {
  return parts.length === 0
}

function comma(i: number): string[] {
  return i === 0 ? [] : [', ']
}

/** Text and parts of one expression from the text of a subquery. */
export function templateOf(chunks: readonly Chunk[]): Pick<Sql, 'texts' | 'parts'> {
  const [texts, parts]: [string[], Sql[]] = [[''], []]
  for (const chunk of chunks) {
    if (typeof chunk === 'string') texts.push(`${texts.pop() ?? ''}${chunk}`)
    else {
      parts.push(chunk)
      texts.push('')
    }
  }
  return { texts, parts }
}
