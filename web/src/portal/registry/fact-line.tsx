import '../../text/area/facts.js'
import type { FactRow } from '@kehui/server/client'
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { commonSource, sourceOf } from './fact-groups.js'

export interface Editing {
  readonly key: string
  readonly value: string
}

export function keyOf(row: FactRow, year: number | null): string {
  return `${row.fact}${row.calibre === null ? '' : `.${row.calibre}`}${year === null ? '' : `@${year}`}`
}

interface CellProps {
  readonly row: FactRow
  readonly year: number | null
  readonly withSource: boolean
  readonly onEdit: (editing: Editing) => void
}

function Cell({ row, year, withSource, onEdit }: CellProps) {
  const { t } = useText()
  const { labelOf } = useFactLabels()
  const key = keyOf(row, year)
  const cell = row.cells.find((one) => one.key === key)
  const label = labelOf(key)
  return (
    <td>
      {year !== null && <span className="cell-year">{year}</span>}
      <button
        type="button"
        className={`cell${cell ? '' : ' empty'}`}
        aria-label={
          cell
            ? `${t('facts.edit', { label })}${t('common.colon')}${cell.value}`
            : t('answer.title', { label })
        }
        onClick={() => onEdit({ key, value: cell?.value ?? '' })}
      >
        {cell ? <b className="number">{cell.value}</b> : t('facts.add')}
      </button>
      {cell && withSource && (
        <span className="muted small">
          {sourceOf(cell)}
          {cell.others.length > 0 && `（${t('facts.other', { count: cell.others.length })}）`}
        </span>
      )}
    </td>
  )
}

interface FactLineProps {
  readonly row: FactRow
  /** Null is the present, for facts that are not of a year. */
  readonly years: readonly (number | null)[]
  readonly onEdit: (editing: Editing) => void
  /** The question about one of the row's values, where it is asked in the page. */
  readonly form: ReactNode
}

/** An indicator and its values, each of which can be corrected or filled in. */
export function FactLine({ row, years, onEdit, form }: FactLineProps) {
  const common = commonSource(row)
  return (
    <>
      <tr>
        <th scope="row">
          {row.label}
          {common !== null && <span className="muted small">{common}</span>}
        </th>
        {years.map((year) => (
          <Cell key={year} row={row} year={year} withSource={common === null} onEdit={onEdit} />
        ))}
      </tr>
      {form && (
        <tr>
          <td colSpan={years.length + 1}>{form}</td>
        </tr>
      )}
    </>
  )
}
