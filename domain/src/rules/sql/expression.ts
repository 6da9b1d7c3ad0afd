/** One expression of a query. Equal ones are one object, so that a query can compute them once. */
export interface Sql {
  readonly id: number
  readonly type: SqlType
  /** Text before, between and after its parts. */
  readonly texts: readonly string[]
  readonly parts: readonly Sql[]
  readonly nullable: boolean
  /** Bounds of a number, which hold wherever it is not null. */
  readonly lo: bigint
  readonly hi: bigint
  /** What it always is, if that is known. */
  readonly constant: bigint | boolean | null
  /** The rows that it belongs to: null for those of the snapshot, else those of one subquery. */
  readonly rows: Rows | null
}

export type SqlType = 'boolean' | 'bigint' | 'numeric' | 'array' | 'query'

/** Tells rows of one subquery from those of another. */
export interface Rows {
  readonly name: string
}

/** Both ends of an interval. */
export interface Ends {
  readonly lo: Sql
  readonly hi: Sql
}

type Body = Pick<Sql, 'type' | 'texts' | 'parts'> & Partial<Omit<Sql, 'id' | 'type' | 'texts' | 'parts'>>

const LEAST = -(2n ** 63n)
const GREATEST = 2n ** 63n - 1n

/** Whether all numbers between have 64 bits, so that no arithmetic on them can fail. */
export function typeOf(lo: bigint, hi: bigint): 'bigint' | 'numeric' {
  return lo > LEAST && hi < GREATEST ? 'bigint' : 'numeric'
}

/** Makes expressions, one for each distinct text over the same parts. */
export class Expressions {
  private readonly known = new Map<string, Sql>()
  readonly yes: Sql
  readonly no: Sql

  constructor() {
    this.yes = this.make({ type: 'boolean', texts: ['true'], parts: [], constant: true })
    this.no = this.make({ type: 'boolean', texts: ['false'], parts: [], constant: false })
  }

  make(body: Body): Sql {
    const rows = body.parts.find((p) => p.rows !== null)?.rows ?? body.rows ?? null
    const key = `${body.type} ${rows?.name ?? ''} ${body.texts.join('\0')} ${body.parts.map((p) => p.id).join()}`
    const before = this.known.get(key)
    if (before) return before
    const nullable = body.nullable ?? body.parts.some((p) => p.nullable)
    const made: Sql = { lo: 0n, hi: 0n, constant: null, ...body, id: this.known.size, nullable, rows }
    this.known.set(key, made)
    return made
  }

  number(n: bigint): Sql {
    const type = typeOf(n, n)
    const text = `${n < 0n ? `(${n})` : n}::${type === 'bigint' ? 'int8' : 'numeric'}`
    return this.make({ type, texts: [text], parts: [], lo: n, hi: n, constant: n })
  }

  column(text: string, lo: bigint, hi: bigint, nullable: boolean, rows: Rows | null = null): Sql {
    return this.make({ type: typeOf(lo, hi), texts: [text], parts: [], lo, hi, nullable, rows })
  }

  truth(value: boolean): Sql {
    return value ? this.yes : this.no
  }

  /** Kleene's, as SQL has them. */
  and(...items: readonly Sql[]): Sql {
    return this.joined('AND', this.yes, this.no, items)
  }

  or(...items: readonly Sql[]): Sql {
    return this.joined('OR', this.no, this.yes, items)
  }

  private joined(word: 'AND' | 'OR', neutral: Sql, settles: Sql, items: readonly Sql[]): Sql {
    const left = [...new Set(items)].filter((item) => item !== neutral)
    if (left.includes(settles)) return settles
    const [only] = left
    if (!only) return neutral
    if (left.length === 1) return only
    return this.make({ type: 'boolean', texts: between('(', ` ${word} `, ')', left.length), parts: left })
  }

  not(of: Sql): Sql {
    if (of.constant !== null) return this.truth(of.constant === false)
    const [inner] = of.parts
    if (inner && of.texts[0] === NOT) return inner
    return this.make({ type: 'boolean', texts: [NOT, ')'], parts: [of] })
  }

  isNull(of: Sql): Sql {
    if (!of.nullable) return this.no
    return this.make({ type: 'boolean', texts: ['(', ' IS NULL)'], parts: [of], nullable: false })
  }

  isTrue(of: Sql): Sql {
    if (!of.nullable) return of
    return this.make({ type: 'boolean', texts: ['(', ' IS TRUE)'], parts: [of], nullable: false })
  }

  isNotFalse(of: Sql): Sql {
    if (!of.nullable) return of
    return this.make({ type: 'boolean', texts: ['(', ' IS NOT FALSE)'], parts: [of], nullable: false })
  }

  atMost(a: Sql, b: Sql): Sql {
    if (a.hi <= b.lo || (a === b && !a.nullable)) return this.yes
    if (a.lo > b.hi) return this.no
    return this.make({ type: 'boolean', texts: ['(', ' <= ', ')'], parts: [a, b] })
  }

  below(a: Sql, b: Sql): Sql {
    if (a.hi < b.lo) return this.yes
    if (a.lo >= b.hi || (a === b && !a.nullable)) return this.no
    return this.make({ type: 'boolean', texts: ['(', ' < ', ')'], parts: [a, b] })
  }

  /** Three values of “surely” and “possibly”: null where it is possible but not sure, or where both are null. */
  truthOf(sure: Sql, may: Sql): Sql {
    if (sure === may) return sure
    if (may === this.no) return this.no
    if (sure === this.no)
      return this.make({
        type: 'boolean',
        texts: ['CASE WHEN NOT ', ' THEN false END'],
        parts: [may],
        nullable: true,
      })
    if (may === this.yes)
      return this.make({
        type: 'boolean',
        texts: ['CASE WHEN ', ' THEN true END'],
        parts: [sure],
        nullable: true,
      })
    return this.make({
      type: 'boolean',
      texts: ['CASE WHEN ', ' THEN true WHEN NOT ', ' THEN false END'],
      parts: [sure, may],
      nullable: true,
    })
  }

  /** A number that can be null, or another in its place. */
  orElse(of: Sql, otherwise: Sql): Sql {
    if (!of.nullable) return of
    return this.hulled(['coalesce(', ', ', ')'], [of, otherwise], [of, otherwise], otherwise.nullable)
  }

  /** One number where the condition holds, another where it does not; `when` is never null. */
  choose(when: Sql, met: Sql, unmet: Sql): Sql {
    if (when.constant !== null) return when.constant === true ? met : unmet
    if (met === unmet) return met
    return this.hulled(
      ['CASE WHEN ', ' THEN ', ' WHEN NOT ', ' THEN ', ' END'],
      [when, met, when, unmet],
      [met, unmet],
    )
  }

  /** As `choose`, with a third number where the condition is null. */
  chooseOf(when: Sql, met: Sql, unmet: Sql, open: Sql): Sql {
    if (!when.nullable || when.constant !== null) return this.choose(when, met, unmet)
    if (met === unmet && unmet === open) return met
    return this.hulled(
      ['CASE WHEN ', ' THEN ', ' WHEN NOT ', ' THEN ', ' WHEN ', ' IS NULL THEN ', ' END'],
      [when, met, when, unmet, when, open],
      [met, unmet, open],
    )
  }

  private hulled(
    texts: readonly string[],
    parts: readonly Sql[],
    of: readonly Sql[],
    nullable = of.some((p) => p.nullable),
  ): Sql {
    const lo = of.map((p) => p.lo).reduce((a, b) => (a < b ? a : b))
    const hi = of.map((p) => p.hi).reduce((a, b) => (a > b ? a : b))
    const type = of.some((p) => p.type === 'numeric') ? 'numeric' : 'bigint'
    return this.make({ type, texts, parts, lo, hi, nullable })
  }

  /** Numbers are cast before an operation whose result may pass 64 bits. */
  arithmetic(sign: '+' | '*', a: Sql, b: Sql, lo: bigint, hi: bigint): Sql {
    if (typeof a.constant === 'bigint' && typeof b.constant === 'bigint') return this.number(lo)
    const wide = typeOf(lo, hi) === 'numeric' || a.type === 'numeric' || b.type === 'numeric'
    const left = wide && a.type === 'bigint' ? this.widened(a) : a
    const type = wide ? 'numeric' : 'bigint'
    return this.make({ type, texts: ['(', ` ${sign} `, ')'], parts: [left, b], lo, hi })
  }

  private widened(of: Sql): Sql {
    return this.make({ type: 'numeric', texts: ['', '::numeric'], parts: [of], lo: of.lo, hi: of.hi })
  }
}

const NOT = '(NOT '

/** Texts around a list of parts. */
export function between(first: string, middle: string, last: string, count: number): string[] {
  return [first, ...new Array<string>(count - 1).fill(middle), last]
}
