import {
  type AmountClass,
  amountClasses,
  type BatchProgram,
  type Figures,
  figuresBy,
  figuresOf,
  type Library,
  type Programme,
  programFor,
  type Standing,
  type Table,
} from '@kehui/domain/rules'
import { tableFor } from '../region-columns/index.js'
import type { SandboxRegion, Scope } from './region.js'

/** What one text comes to in a region. */
export interface Trial {
  readonly programme: Programme
  readonly program: BatchProgram
  readonly table: Table
  readonly scope: Scope
  readonly standing: Standing
  readonly figures: Figures
  /** By grouping of the scope, in their order. */
  readonly groups: readonly (readonly Figures[])[]
  readonly amounts: readonly AmountClass[]
}

/** Works out a text; null where it looks at facts that were not read of the region. */
export function tryOut(
  region: SandboxRegion,
  library: Library,
  programme: Programme,
  on: number,
): Trial | null {
  const program = programFor(library, on, [programme])
  const { table, lacking } = tableFor(region.columns, program)
  if (lacking.length > 0) return null
  const scope = region.scopeOf(programme)
  const [standing] = region.machine.standings(program, table, scope.mask)
  if (!standing) throw new Error(`${programme.id} passes what a batch can hold`)
  return {
    programme,
    program,
    table,
    scope,
    standing,
    figures: figuresOf(standing),
    groups: scope.groupings.map(({ grouping }) => figuresBy(standing, grouping)),
    amounts: amountClasses(standing),
  }
}
