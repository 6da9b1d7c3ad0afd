import { type Atom, boundsOf, FormulaError, gcd, LIMIT, type Poly, sizeOf, textOf } from './poly.js'

/** One line of the calculation: what it is, and the formulas of its lowest and its highest value. */
export interface Line {
  readonly label: string
  readonly lo: string
  readonly hi: string
}

/** Two cells that hold whether something surely holds, and whether it possibly does. */
export interface Sureness {
  readonly sure: string
  readonly possible: string
}

/** The cells in which one column of the form is computed; each line stands in a row of its own. */
export class Calculation {
  readonly lines: Line[] = []
  private readonly columns: readonly [lo: string, hi: string]
  private readonly firstRow: number

  constructor(columns: readonly [lo: string, hi: string], firstRow: number) {
    this.columns = columns
    this.firstRow = firstRow
  }

  private refs(): readonly [string, string] {
    const row = this.firstRow + this.lines.length
    return [`$${this.columns[0]}$${row}`, `$${this.columns[1]}$${row}`]
  }

  /** Two whole numbers within these bounds. */
  numbers(label: string, lo: string, hi: string, [least, most]: readonly [bigint, bigint]) {
    if (least < -LIMIT || most > LIMIT) throw new FormulaError(`“${label}” is too large to be exact`)
    const [a, b] = this.refs()
    this.lines.push({ label, lo, hi })
    return { lo: { ref: a, least, most } as Atom, hi: { ref: b, least, most } as Atom }
  }

  /** A sum in a cell of its own. */
  sum(label: string, poly: Poly): Atom {
    return this.numbers(label, textOf(poly), '', boundsOf(poly)).lo
  }

  truths(label: string, sure: string, possible: string): Sureness {
    const [a, b] = this.refs()
    this.lines.push({ label, lo: sure, hi: possible })
    return { sure: a, possible: b }
  }

  /** Whether `left relation right`: as it stands where both are small enough, else in parts. */
  compare(relation: '<' | '<=' | '>' | '>=' | '=', left: Poly, right: Poly): string {
    const all = [...left, ...right.map((m) => ({ ...m, by: -m.by }))]
    const [over = [], under = []] = parted(all)
    if (sizeOf(over) <= LIMIT && sizeOf(under) <= LIMIT) return `(${textOf(over)}${relation}${textOf(under)})`
    return `(${this.signOf([...over, ...under.map((m) => ({ ...m, by: -m.by }))])}${relation}0)`
  }

  /**
   * The sign of a sum that is too large for one number: every cell is split into two halves, and the products of
   * halves are added by weight with the carry taken over, each of them exact.
   */
  private signOf(poly: Poly): string {
    const sums: [Halves, Halves, Halves] = [[], [], []]
    for (const { by, atoms } of poly) {
      const [first, second] = [atoms[0], atoms[1]]
      if (atoms.length > 2) throw new FormulaError('A comparison of this degree has no exact formula')
      if (!first) {
        sums[2].push({ by, factors: [] })
        continue
      }
      const a = this.halves(first)
      const b = second ? this.halves(second) : ONE
      sums[0].push({ by, factors: [a.high, b.high] })
      sums[1].push({ by, factors: [a.high, b.low] }, { by, factors: [a.low, b.high] })
      sums[2].push({ by, factors: [a.low, b.low] })
    }
    const low = this.weight('low', sums[2])
    const middle = this.weight('middle', sums[1], low)
    const high = this.weight('high', sums[0], middle)
    return `IF(${high}<>0,SIGN(${high}),IF(OR(${rest(middle)}<>0,${rest(low)}<>0),1,0))`
  }

  private readonly split = new Map<string, { high: Half; low: Half }>()

  private halves(atom: Atom): { high: Half; low: Half } {
    const before = this.split.get(atom.ref)
    if (before) return before
    const [high, low] = this.refs()
    this.lines.push({
      label: `halves of ${atom.ref}`,
      lo: `INT(${atom.ref}/${BASE})`,
      hi: `${atom.ref}-${BASE}*INT(${atom.ref}/${BASE})`,
    })
    const size = atom.most > -atom.least ? atom.most : -atom.least
    const made = {
      high: { ref: high, size: size / BigInt(BASE) + 1n },
      low: { ref: low, size: BigInt(BASE) },
    }
    this.split.set(atom.ref, made)
    return made
  }

  private weight(label: string, parts: Halves, carried?: string): string {
    const kept = parts.filter(({ factors }) => factors.every((f) => f !== null))
    const size = kept.reduce(
      (n, { by, factors }) => n + factors.reduce((m, f) => m * (f?.size ?? 1n), by < 0n ? -by : by),
      LIMIT / BigInt(BASE),
    )
    if (size > LIMIT) throw new FormulaError('A comparison is too large to be exact')
    const terms = kept.map(
      ({ by, factors }) =>
        `${by < 0n ? '-' : '+'}${[by < 0n ? -by : by, ...factors.flatMap((f) => f?.ref || [])].join('*')}`,
    )
    const [ref] = this.refs()
    const carry = carried === undefined ? '' : `+INT(${carried}/${BASE})`
    this.lines.push({ label: `${label} part`, lo: `0${terms.join('')}${carry}`, hi: '' })
    return ref
  }
}

/** A power of two: to divide by it is exact. */
const BASE = 4194304

interface Half {
  /** Empty for one. */
  readonly ref: string
  readonly size: bigint
}
type Halves = { readonly by: bigint; readonly factors: readonly (Half | null)[] }[]

/** The number 1 has no upper half. */
const ONE: { readonly high: Half | null; readonly low: Half } = { high: null, low: { ref: '', size: 1n } }

function rest(ref: string): string {
  return `(${ref}-${BASE}*INT(${ref}/${BASE}))`
}

/** What is added on the left, what is taken away on the right. */
function parted(all: Poly): Poly[] {
  const sums = new Map<string, Poly[number]>()
  for (const { by, atoms } of all) {
    const key = atoms.map((a) => a.ref).join('*')
    sums.set(key, { by: by + (sums.get(key)?.by ?? 0n), atoms })
  }
  const kept = [...sums.values()].filter((m) => m.by !== 0n)
  const coefficients = kept.map((m) => (m.by < 0n ? -m.by : m.by))
  const common = coefficients.reduce(gcd, 0n)
  const small = kept.map((m) => (common > 1n ? { ...m, by: m.by / common } : m))
  return [small.filter((m) => m.by > 0n), small.flatMap((m) => (m.by < 0n ? [{ ...m, by: -m.by }] : []))]
}
