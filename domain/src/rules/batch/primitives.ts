import { SCALAR, SIMD } from './bytes.js'

/** The functions of domain/primitives. All numbers but counts and `size` are addresses in `memory`. */
export interface Primitives {
  readonly simd: boolean
  readonly memory: Memory
  and(out: number, a: number, b: number, n: number): number
  andNot(out: number, a: number, b: number, n: number): number
  or(out: number, a: number, b: number, n: number): void
  orNot(out: number, a: number, b: number, n: number): void
  not(out: number, a: number, n: number): void
  ones(out: number, n: number): void
  none(out: number, n: number): void
  any(a: number, n: number): number
  count(a: number, n: number): number
  list(a: number, n: number, out: number): number
  pickBits(a: number, rows: number, n: number, out: number): void
  within8(values: number, n: number, spans: number, count: number, out: number): void
  within32(values: number, n: number, spans: number, count: number, out: number): void
  within64(lo: number, hi: number, n: number, spans: number, count: number, out: number): void
  above(a: number, ka: number, b: number, kb: number, n: number, out: number): void
  differ(a: number, b: number, n: number, out: number): number
  extremes(values: number, size: number, n: number, out: number): void
  outside(values: number, size: number, known: number, n: number, lo: number, hi: number): number
  fill(out: number, n: number, constant: number): void
  widen8(values: number, n: number, out: number): void
  widen32(values: number, n: number, out: number): void
  pick8(values: number, rows: number, n: number, out: number): void
  pick32(values: number, rows: number, n: number, out: number): void
  pick64(values: number, rows: number, n: number, out: number): void
  choose(bits: number, a: number, b: number, n: number, out: number): void
  orConstant(bits: number, a: number, constant: number, n: number, out: number): void
  combine(a: number, ka: number, b: number, kb: number, n: number, out: number): void
  scale(a: number, k: number, n: number, out: number): void
  multiply(a: number, b: number, n: number, out: number): void
  lesser(a: number, b: number, n: number, out: number): void
  greater(a: number, b: number, n: number, out: number): void
  lesserConstant(a: number, constant: number, n: number, out: number): void
  greaterConstant(a: number, constant: number, n: number, out: number): void
  lesserWhere(bits: number, a: number, n: number, out: number): void
  greaterWhere(bits: number, a: number, n: number, out: number): void
  putWhere(bits: number, constant: number, n: number, out: number): void
  slice(x: number, terms: number, n: number, out: number): void
  round(x: number, up: number, under: number, mode: number, n: number, out: number): void
  roundSmall(x: number, up: number, under: number, mode: number, n: number, out: number): void
  sum(bits: number, a: number, n: number): bigint
  bound(
    partLo: number,
    partHi: number,
    partKnown: number,
    wholeLo: number,
    wholeHi: number,
    wholeKnown: number,
    n: number,
  ): void
  part(
    lo: number,
    hi: number,
    ways: number,
    n: number,
    cuts: number,
    count: number,
    most: number,
    parents: number,
    outLo: number,
    outHi: number,
    outWays: number,
  ): number
  joinAll(bits: number, rows: number, n: number, out: number): void
  joinAny(bits: number, rows: number, n: number, out: number): void
  joinHull(bits: number, lo: number, hi: number, rows: number, n: number, outLo: number, outHi: number): void
}

export interface Memory {
  readonly buffer: ArrayBuffer
  /** By pages of 64 KiB. */
  grow(pages: number): number
}

/** A new instance with memory of its own. Without SIMD, or where that is asked for, the same source without it. */
export function newPrimitives(simd = true): Primitives {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { withSimd, module } = moduleFor(simd)
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return { ...exports, simd: withSimd, memory } as unknown as Primitives
}

interface Compiled {
  readonly withSimd: boolean
  readonly module: WebAssembly.Module
}

const compiled = new Map<boolean, Compiled>()

function moduleFor(simd: boolean): Compiled {
  const known = compiled.get(simd)
  if (known) return known
  const wide = bytesOf(SIMD)
  const withSimd = simd && WebAssembly.validate(wide)
  const made = { withSimd, module: new WebAssembly.Module(withSimd ? wide : bytesOf(SCALAR)) }
  compiled.set(simd, made)
  return made
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = base64.replace(/=+$/, '')
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let [bits, count, at] = [0, 0, 0]
  for (const digit of text) {
    bits = (bits << 6) | DIGITS.indexOf(digit)
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at] = (bits >> count) & 255
    at += 1
    bits &= (1 << count) - 1
  }
  return bytes
}
