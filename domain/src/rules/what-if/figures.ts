import type { Amounts, Standing } from './standing.js'

/** How many a programme reaches and what it costs, in fen. */
export interface Figures {
  readonly yes: number
  readonly open: number
  /** Certain: of those whose verdict is “yes”, what they have at least. */
  readonly least: bigint
  /** Possible: what all that are not “no” can have at most, but for those without a limit. */
  readonly most: bigint
  /** Of how many nothing limits the amount but the declared range of an unknown fact. */
  readonly unlimited: number
}

/** One code a row, from 0 up to `size`: a district, a class of size, an industry. */
export interface Grouping {
  readonly codes: Uint8Array | Uint16Array | Int32Array
  readonly size: number
}

export function figuresOf(standing: Standing): Figures {
  const { rows, yes, least, most, unlimited } = standing
  const granted = count(yes)
  return {
    yes: granted,
    open: rows.length - granted,
    least: total(least, null),
    most: total(most, unlimited),
    unlimited: unlimited ? count(unlimited) : 0,
  }
}

function count(flags: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < flags.length; i += 1) sum += flags[i] ?? 0
  return sum
}

function total(amounts: Amounts | null, except: Uint8Array | null): bigint {
  if (amounts === null) return 0n
  if (amounts instanceof BigInt64Array)
    return amounts.reduce((sum, fen, i) => (except?.[i] === 1 ? sum : sum + fen), 0n)
  let sum = 0
  for (let i = 0; i < amounts.length; i += 1) if (except === null || except[i] === 0) sum += amounts[i] ?? 0
  return BigInt(sum)
}

/** The same, group by group. */
export function figuresBy(standing: Standing, { codes, size }: Grouping): Figures[] {
  const { rows, yes, unlimited } = standing
  const own = codesAt(codes, rows)
  const [all, granted, free] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  for (let i = 0; i < own.length; i += 1) {
    const code = own[i] ?? 0
    all[code] = (all[code] ?? 0) + 1
    granted[code] = (granted[code] ?? 0) + (yes[i] ?? 0)
    if (unlimited !== null && unlimited[i] === 1) free[code] = (free[code] ?? 0) + 1
  }
  const [least, most] = [
    totalsBy(standing.least, null, own, size),
    totalsBy(standing.most, unlimited, own, size),
  ]
  return Array.from({ length: size }, (_, i) => ({
    yes: granted[i] ?? 0,
    open: (all[i] ?? 0) - (granted[i] ?? 0),
    least: least[i] ?? 0n,
    most: most[i] ?? 0n,
    unlimited: free[i] ?? 0,
  }))
}

/** The codes of the hits alone, which are gone through several times. */
function codesAt(codes: Grouping['codes'], rows: Int32Array): Int32Array {
  const own = new Int32Array(rows.length)
  for (let i = 0; i < own.length; i += 1) own[i] = codes[rows[i] ?? 0] ?? 0
  return own
}

function totalsBy(
  amounts: Amounts | null,
  except: Uint8Array | null,
  codes: Int32Array,
  size: number,
): bigint[] {
  if (amounts === null) return []
  if (amounts instanceof BigInt64Array) {
    const sums = new Array<bigint>(size).fill(0n)
    for (const [i, fen] of amounts.entries()) {
      const code = codes[i] ?? 0
      if (except?.[i] !== 1) sums[code] = (sums[code] ?? 0n) + fen
    }
    return sums
  }
  const sums = new Float64Array(size)
  for (let i = 0; i < amounts.length; i += 1) {
    const code = codes[i] ?? 0
    if (except === null || except[i] === 0) sums[code] = (sums[code] ?? 0) + (amounts[i] ?? 0)
  }
  return Array.from(sums, BigInt)
}
