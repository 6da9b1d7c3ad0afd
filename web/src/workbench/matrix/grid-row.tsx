import '../../text/area/matrix.js'
import type { MatrixColumn, MatrixRow } from '@kehui/server/client'
import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, memo } from 'react'
import { useText } from '../../text/use-text.js'
import { CellText } from './cell-text.js'
import type { Sizes } from './use-sizes.js'

interface GridRowProps {
  readonly row: MatrixRow | undefined
  readonly index: number
  readonly top: number
  readonly sizes: Sizes
  readonly columns: readonly MatrixColumn[]
  /** The columns in view. */
  readonly from: number
  readonly to: number
  /** The column of the cell that takes the focus, −1 for the company; null in all rows but one. */
  readonly active: number | null
  readonly picked: boolean
  readonly onPick: (id: string, name: string) => void
}

/** One company. Rows scroll by the dozen: each is drawn again only where something of it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, sizes, columns, from, to, active, picked, onPick } = props
  const { t } = useText()
  const router = useRouter()
  // A link of the router each row would be half of what scrolling costs.
  const follow = (event: MouseEvent, company: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void router.navigate({ to: '/companies/$company', params: { company } })
  }
  const shown = columns.slice(from, to + 1)
  return (
    <tr
      aria-rowindex={index + 2}
      className="matrix-row"
      style={{ top, height: sizes.row, width: sizes.company + columns.length * sizes.cell }}
    >
      <th scope="row" aria-colindex={1} className="matrix-company" style={{ width: sizes.company }}>
        {row === undefined ? (
          <span className="muted">{t('matrix.loading')}</span>
        ) : (
          <>
            <label className="matrix-pick">
              <input
                type="checkbox"
                tabIndex={-1}
                checked={picked}
                onChange={() => onPick(row.id, row.name)}
                aria-label={t('matrix.pick', { name: row.name })}
              />
            </label>
            <a
              href={`/companies/${row.id}`}
              className="matrix-name"
              onClick={(event) => follow(event, row.id)}
              tabIndex={active === -1 ? 0 : -1}
              data-at={`${index}:-1`}
            >
              <span className="matrix-line">{row.name}</span>
              <span className="muted matrix-note matrix-line">{row.place}</span>
            </a>
          </>
        )}
      </th>
      {shown.map((column, i) => (
        <td
          key={column.programme}
          aria-colindex={from + i + 2}
          className="matrix-cell"
          style={{ left: sizes.company + (from + i) * sizes.cell, width: sizes.cell }}
          tabIndex={active === from + i ? 0 : -1}
          data-at={`${index}:${from + i}`}
        >
          {row !== undefined && <CellText cell={row.cells[column.programme]} />}
        </td>
      ))}
    </tr>
  )
})
