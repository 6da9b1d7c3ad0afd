/** A whole number in a cell of the sheet, and what it can be. */
export interface Atom {
  readonly ref: string
  readonly least: bigint
  readonly most: bigint
}

interface Monomial {
  readonly by: bigint
  readonly atoms: readonly Atom[]
}

/** A sum of products of cells: whole numbers only, so that a spreadsheet computes it without error. */
export type Poly = readonly Monomial[]

/** Whole numbers up to here are exact in a spreadsheet, whose numbers are doubles; literals have 15 digits. */
export const LIMIT = 9_000_000_000_000_000n

/** What cannot be written as formulas that are exact. */
export class FormulaError extends Error {}

export function whole(value: bigint): Poly {
  return value === 0n ? [] : [{ by: value, atoms: [] }]
}

export function cell(atom: Atom): Poly {
  return atom.least === atom.most ? whole(atom.least) : [{ by: 1n, atoms: [atom] }]
}

export function add(...polys: readonly Poly[]): Poly {
  const sums = new Map<string, Monomial>()
  for (const { by, atoms } of polys.flat()) {
    const key = atoms.map((a) => a.ref).join('*')
    sums.set(key, { by: by + (sums.get(key)?.by ?? 0n), atoms })
  }
  return [...sums.values()].filter((m) => m.by !== 0n)
}

export function scale(poly: Poly, by: bigint): Poly {
  return by === 0n ? [] : poly.map((m) => ({ ...m, by: m.by * by }))
}

export function subtract(a: Poly, b: Poly): Poly {
  return add(a, scale(b, -1n))
}

export function multiply(a: Poly, b: Poly): Poly {
  const products = a.flatMap((x) =>
    b.map((y) => ({
      by: x.by * y.by,
      atoms: [...x.atoms, ...y.atoms].sort((p, q) => (p.ref < q.ref ? -1 : 1)),
    })),
  )
  return add(products)
}

/** The number that it always is, or undefined. */
export function constantOf(poly: Poly): bigint | undefined {
  if (poly.length === 0) return 0n
  const [only] = poly
  return poly.length === 1 && only?.atoms.length === 0 ? only.by : undefined
}

export function boundsOf(poly: Poly): readonly [least: bigint, most: bigint] {
  let [least, most] = [0n, 0n]
  for (const { by, atoms } of poly) {
    let span: readonly [bigint, bigint] = [by, by]
    for (const atom of atoms) span = product(span, [atom.least, atom.most])
    least += span[0]
    most += span[1]
  }
  return [least, most]
}

function product([a, b]: readonly [bigint, bigint], [c, d]: readonly [bigint, bigint]) {
  const corners = [a * c, a * d, b * c, b * d]
  return [least(corners), greatest(corners)] as const
}

export function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a < b ? a : b))
}

export function greatest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a > b ? a : b))
}

/** The least and the greatest that any of the sums can be. */
export function hullOf(polys: readonly Poly[]): readonly [bigint, bigint] {
  const bounds = polys.map(boundsOf)
  return [least(bounds.map(([from]) => from)), greatest(bounds.map(([, to]) => to))]
}

/** The largest that the sum, or any part of it, can be. */
export function sizeOf(poly: Poly): bigint {
  return poly.reduce(
    (size, { by, atoms }) =>
      size + atoms.reduce((n, a) => n * greatest([absolute(a.least), absolute(a.most)]), absolute(by)),
    0n,
  )
}

export function absolute(n: bigint): bigint {
  return n < 0n ? -n : n
}

/** As a formula without its `=`. What is too large to be exact is refused. */
export function textOf(poly: Poly): string {
  if (sizeOf(poly) > LIMIT) throw new FormulaError('A number of this formula is too large to be exact')
  if (poly.length === 0) return '0'
  return poly
    .map(({ by, atoms }, i) => {
      const sign = by < 0n ? '-' : i === 0 ? '' : '+'
      const size = absolute(by)
      const factors = atoms.map((a) => a.ref)
      return sign + (size === 1n && factors.length > 0 ? factors : [size, ...factors]).join('*')
    })
    .join('')
}

/** Both divided by what divides every coefficient. */
export function reduced(...polys: readonly Poly[]): Poly[] {
  const by = polys.flat().reduce((g, m) => gcd(g, absolute(m.by)), 0n)
  return by > 1n ? polys.map((poly) => poly.map((m) => ({ ...m, by: m.by / by }))) : [...polys]
}

export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
