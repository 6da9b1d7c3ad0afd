import type { Library } from '../../rules/programme.js'
import type { Verdict } from '../../rules/result.js'
import type { Cell } from '../package/cells.js'
import { isNow, isOver } from '../package/entry.js'
import { countedFen } from '../package/totals.js'
import { closenessOf } from './closeness.js'
import { columnsOn } from './columns.js'

/** A company's results in sum: what lists of thousands are filtered and sorted by. */
export interface Standing {
  /** Programmes by verdict. */
  readonly programmes: Readonly<Record<Verdict, readonly string[]>>
  /** Cash of what is met and can be had now. */
  readonly certainFen: bigint
  /** Cash that what is still open could come to. */
  readonly possibleFen: bigint
  /** Of the programmes not met, how far the nearest is; null where none is within reach. */
  readonly nearness: number | null
}

export function standingOf(library: Library, cells: ReadonlyMap<string, Cell>, on: string): Standing {
  const columns = columnsOn(library, on)
  const programmes: Record<Verdict, string[]> = { yes: [], unknown: [], no: [] }
  let [certainFen, possibleFen] = [0n, 0n]
  let nearness: number | null = null
  for (const [id, cell] of cells) {
    programmes[cell.verdict].push(id)
    const close = closenessOf(cell)
    if (close !== null && (nearness === null || close < nearness)) nearness = close
    const column = columns.get(id)
    if (column?.programme.benefit !== 'cash') continue
    const { mode } = column.programme
    const settled = { kept: cell.kept, amountFen: cell.amountFen }
    const { amountFen, unlimited } = cell
    const counted = countedFen({ settled, amountFen, mode, hypothetical: false, unlimited })
    const filing = { mode, call: column.call }
    if (cell.verdict === 'yes' && isNow(filing)) certainFen += counted.min
    if (cell.verdict === 'unknown' && !isOver(filing)) possibleFen += counted.max
  }
  return { programmes, certainFen, possibleFen, nearness }
}
