import '../../text/area/matrix.js'
import type { MatrixColumn } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { memo } from 'react'
import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { sortOf } from './asked-for.js'
import type { Sizes } from './use-sizes.js'

const route = getRouteApi('/workbench/matrix')
const ORDER = ['yes', 'unknown', 'no'] as const

function Counts({ counts }: Pick<MatrixColumn, 'counts'>) {
  const { t } = useText()
  return (
    <span className="matrix-counts">
      <span className="hidden-visually">{t('matrix.counts', counts)}</span>
      {ORDER.map((verdict) => (
        <span key={verdict} aria-hidden="true" className="number">
          <VerdictMark kind={verdict} />
          {counts[verdict]}
        </span>
      ))}
    </span>
  )
}

/** The programmes; pressing one brings those nearest to it to the top. */
export const GridHead = memo(function GridHead({
  columns,
  sizes,
  from,
  to,
  active,
}: {
  readonly columns: readonly MatrixColumn[]
  readonly sizes: Sizes
  readonly from: number
  readonly to: number
  readonly active: number | null
}) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sorted = sortOf(search)
  const sortBy = (programme: string) =>
    navigate({
      search: { ...search, programme, verdict: undefined, sort: undefined },
      resetScroll: false,
    })
  return (
    <tr aria-rowindex={1} className="matrix-head" style={{ height: sizes.head }}>
      <th
        scope="col"
        aria-colindex={1}
        className="matrix-corner"
        style={{ width: sizes.company }}
        tabIndex={active === -1 ? 0 : -1}
        data-at="-1:-1"
      >
        {t('matrix.company')}
      </th>
      {columns.slice(from, to + 1).map((column, i) => {
        const isSorted = sorted === `programme:${column.programme}`
        return (
          <th
            key={column.programme}
            scope="col"
            aria-colindex={from + i + 2}
            aria-sort={isSorted ? 'ascending' : 'none'}
            className={`matrix-column${isSorted ? ' sorted' : ''}`}
            style={{ left: sizes.company + (from + i) * sizes.cell, width: sizes.cell }}
          >
            <button
              type="button"
              tabIndex={active === from + i ? 0 : -1}
              data-at={`-1:${from + i}`}
              title={t('matrix.sort.programme', { title: column.title })}
              onClick={() => sortBy(column.programme)}
            >
              <span className="clamped">{column.title}</span>
            </button>
            <Counts counts={column.counts} />
          </th>
        )
      })}
    </tr>
  )
})
