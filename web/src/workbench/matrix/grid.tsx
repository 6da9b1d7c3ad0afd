import '../../text/area/matrix.js'
import type { MatrixHead, MatrixRow } from '@kehui/server/client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { GridHead } from './grid-head.js'
import { GridRow } from './grid-row.js'
import { type Place, useGridFocus } from './use-grid-focus.js'
import { type Span, useRestedSpan, useRows } from './use-matrix.js'
import { useSizes } from './use-sizes.js'

export interface Opened {
  readonly subject: string
  readonly name: string
  readonly programme: string
}

interface GridProps {
  readonly head: MatrixHead
  readonly picked: ReadonlyMap<string, string>
  readonly onPick: (id: string, name: string) => void
  readonly onOpen: (opened: Opened) => void
}

/** The rows on show are fetched here, so that scrolling alone draws nothing but what comes into view. */
export function Grid(props: GridProps) {
  const [span, setSpan] = useState<Span>({ first: 0, last: 0 })
  const rowAt = useRows(span)
  return <ScrolledGrid {...props} rowAt={rowAt} onRest={setSpan} />
}

interface ScrolledGridProps extends GridProps {
  readonly rowAt: (index: number) => MatrixRow | undefined
  readonly onRest: (span: Span) => void
}

/** Thousands of companies by dozens of programmes, of which only those in view are in the page. */
function ScrolledGrid({ head, picked, onPick, onOpen, rowAt, onRest }: ScrolledGridProps) {
  const { t } = useText()
  const hintId = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const sizes = useSizes()
  const { columns, total } = head
  const place = useRef<Place>({ row: 0, column: -1 })
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => sizes.row,
    overscan: 8,
    paddingStart: sizes.head,
    scrollPaddingStart: sizes.head,
    useFlushSync: false,
    // The row that has the focus, and the one that is to get it, stay in the page wherever it is scrolled to.
    rangeExtractor: (range) => withRows(defaultRangeExtractor(range), [place.current.row, focusedRow()]),
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => sizes.cell,
    overscan: 2,
    paddingStart: sizes.company,
    scrollPaddingStart: sizes.company,
    useFlushSync: false,
  })
  const shown = rows.getVirtualItems()
  const [from, to] = [across.range?.startIndex ?? 0, across.range?.endIndex ?? 0]
  useRestedSpan({ first: rows.range?.startIndex ?? 0, last: rows.range?.endIndex ?? 0 }, onRest)
  const reveal = ({ row, column }: Place) => {
    if (row >= 0) rows.scrollToIndex(row)
    if (column === place.current.column) return
    if (column >= 0) across.scrollToIndex(column)
    else across.scrollToOffset(0)
  }
  const pickRow = (index: number) => {
    const row = rowAt(index)
    if (row) onPick(row.id, row.name)
  }
  const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - sizes.head) / sizes.row) - 1)
  const focus = useGridFocus({
    grid: scroll,
    extent: { rows: total, columns: columns.length, page },
    reveal,
    onPick: pickRow,
  })
  const { active } = focus
  place.current = active
  const openAt = (event: MouseEvent) => {
    const [index = -1, column = -1] = placeOf(event.target)
    const [row, programme] = [rowAt(index), columns[column]?.programme]
    if (row && programme !== undefined && row.cells[programme])
      onOpen({ subject: row.id, name: row.name, programme })
  }
  const window = { from: Math.max(0, from - 2), to: to + 2 }
  return (
    <>
      <p id={hintId} className="muted small">
        {t('matrix.keys')}
      </p>
      <div ref={scroll} className="matrix-grid">
        <table
          {...GRID}
          aria-label={t('matrix.grid')}
          aria-describedby={hintId}
          aria-rowcount={total + 1}
          aria-colcount={columns.length + 1}
          style={{ height: rows.getTotalSize(), width: across.getTotalSize() }}
          onKeyDown={focus.onKeyDown}
          onFocus={focus.onFocus}
          onClick={openAt}
        >
          <thead>
            <GridHead
              columns={columns}
              sizes={sizes}
              {...window}
              active={active.row === -1 ? active.column : null}
            />
          </thead>
          <tbody>
            {shown.map(({ index, start }) => {
              const row = rowAt(index)
              return (
                <GridRow
                  key={index}
                  row={row}
                  index={index}
                  top={start}
                  sizes={sizes}
                  columns={columns}
                  {...window}
                  active={active.row === index ? active.column : null}
                  picked={row !== undefined && picked.has(row.id)}
                  onPick={onPick}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Of the cell that was pressed; a company or a header opens nothing here. */
function placeOf(target: EventTarget): number[] {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : null
  return cell?.dataset.at?.split(':').map(Number) ?? []
}

/** A table whose cells take the focus is a grid: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
const GRID = { role: 'grid' } as const

function withRows(indexes: number[], rows: readonly number[]): number[] {
  const more = new Set(rows.filter((row) => row >= 0 && !indexes.includes(row)))
  return more.size === 0 ? indexes : [...indexes, ...more].sort((a, b) => a - b)
}

function focusedRow(): number {
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? focused.dataset.at : undefined
  return at === undefined ? -1 : Number(at.split(':')[0])
}
