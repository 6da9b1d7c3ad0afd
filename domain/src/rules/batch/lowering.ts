import type { Tables } from '../compile/scope.js'
import type { Cond, Num, Slot } from '../form.js'
import type { Constants } from './constants.js'
import type { Test, TestBody, Vector } from './ops.js'

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

  constructor({ slots }: Tables, constants: Constants) {
    this.slots = slots
    this.constants = constants
  }

  addTest(body: TestBody, dear: boolean, hosted = false): Test {
    const test = { ...body, id: this.tests.length, dear, hosted } as Test
    this.tests.push(test)
    return test
  }
}
