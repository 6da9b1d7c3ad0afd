import {
  type BatchProgram,
  type Library,
  type Mask,
  type Programme,
  programFor,
  WhatIf,
} from '@kehui/domain/rules'
import type { Pool } from '../database/pool.js'
import { appliesTo, fillRegion, type RegionColumns, readRegion } from '../region-columns/index.js'
import { groupingsOf, type RegionGrouping } from './groups.js'

/** Whom a programme is for, and how they are told apart. */
export interface Scope {
  readonly mask: Mask
  readonly total: number
  readonly groupings: readonly RegionGrouping[]
}

/** The facts of a region in memory, and what was computed over them. */
export class SandboxRegion {
  readonly columns: RegionColumns
  readonly machine: WhatIf
  private readonly library: Library
  private readonly program: BatchProgram
  private readonly scopes = new Map<string, Scope>()

  constructor(columns: RegionColumns, library: Library, program: BatchProgram) {
    this.columns = columns
    this.library = library
    this.program = program
    this.machine = new WhatIf(columns.rows)
  }

  scopeOf(programme: Programme): Scope {
    const key = `${programme.audience} ${programme.pack}`
    const known = this.scopes.get(key)
    if (known) return known
    const { columns, library, program } = this
    const mask = appliesTo(columns, library, programme)
    const groupings = groupingsOf(columns, library, program, mask)
    const total = groupings[0]?.totals.reduce((sum, n) => sum + n, 0) ?? 0
    const scope = { mask, total, groupings }
    this.scopes.set(key, scope)
    return scope
  }
}

export interface RegionAsk {
  readonly pool: Pool
  readonly region: number
  readonly library: Library
  readonly on: number
  /** Texts may look at facts that no programme in force does. */
  readonly drafts: readonly Programme[]
}

/** Brings the columns up to date and reads them: those of all programmes, and of drafts beside them. */
export async function openRegion({ pool, region, library, on, drafts }: RegionAsk): Promise<SandboxRegion> {
  const program = programFor(library, on, [...library.programmes.values(), ...drafts])
  await fillRegion({ pool, library, region, program })
  return new SandboxRegion(await readRegion({ pool, region, program }), library, program)
}
