import type { Tables } from '../compile/scope.js'
import type { Cond, Num, Slot } from '../form.js'
import { type Constants, NotNative } from './constants.js'
import type { Test, TestBody, Vector, VectorBody } from './ops.js'

/** All fields of all kinds: operations of one form are read several times faster than operations of many. */
const NOTHING = undefined as never
const TEST = {
  op: NOTHING,
  id: 0,
  dear: false,
  hosted: false,
  value: NOTHING,
  slot: NOTHING,
  spans: NOTHING,
  narrow: NOTHING,
  ends: NOTHING,
  open: NOTHING,
  of: NOTHING,
  left: NOTHING,
  right: NOTHING,
  over: NOTHING,
  under: NOTHING,
  times: NOTHING,
  underTimes: NOTHING,
  orEqual: NOTHING,
  least: NOTHING,
  positive: NOTHING,
  ifZero: NOTHING,
  parts: NOTHING,
  items: NOTHING,
  cond: NOTHING,
}
const VECTOR = {
  op: NOTHING,
  id: 0,
  scale: NOTHING,
  lo: NOTHING,
  hi: NOTHING,
  parts: NOTHING,
  from: NOTHING,
  to: NOTHING,
  judged: NOTHING,
  slot: NOTHING,
  num: NOTHING,
  items: NOTHING,
  of: NOTHING,
  times: NOTHING,
  negative: NOTHING,
  left: NOTHING,
  right: NOTHING,
  positive: NOTHING,
  when: NOTHING,
  met: NOTHING,
  unmet: NOTHING,
  starts: NOTHING,
  values: NOTHING,
  ladder: NOTHING,
  slices: NOTHING,
  up: NOTHING,
  under: NOTHING,
  mode: NOTHING,
  small: NOTHING,
}

/** Nodes of the typed form on their way to operations: what was made of each, so that programmes share it. */
export class Lowering {
  readonly tests: Test[] = []
  readonly vectors: Vector[] = []
  readonly judged: string[] = []
  readonly constants: Constants
  readonly testOf = new Map<Cond | string, Test>()
  readonly vectorOf = new Map<Num | string, Vector>()
  /** Why parts are left to the interpreter. */
  readonly refused = new Map<Cond | Num, string>()
  readonly slots: readonly Slot[]

  readonly least: bigint
  readonly greatest: bigint
  private readonly bits: number

  /** Numbers have so many bits, of which one is their sign. */
  constructor({ slots }: Tables, constants: Constants, bits: number) {
    this.slots = slots
    this.constants = constants
    this.bits = bits
    this.least = -(2n ** BigInt(bits - 1))
    this.greatest = 2n ** BigInt(bits - 1) - 1n
  }

  fit(n: bigint): bigint {
    if (n <= this.least || n >= this.greatest) throw new NotNative(`${n} passes ${this.bits} bits`)
    return n
  }

  addTest(body: TestBody, dear: boolean, hosted = false): Test {
    const test = Object.assign({ ...TEST }, body, { id: this.tests.length, dear, hosted }) as Test
    this.tests.push(test)
    return test
  }

  addVector(body: VectorBody, ends: Pick<Vector, 'scale' | 'lo' | 'hi' | 'parts'>): Vector {
    const vector = Object.assign({ ...VECTOR }, body, ends, { id: this.vectors.length }) as Vector
    this.vectors.push(vector)
    return vector
  }
}
