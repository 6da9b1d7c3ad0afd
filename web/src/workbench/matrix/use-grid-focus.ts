import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** A place in the grid: row −1 is the header, column −1 the company. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that fit into the window. */
  readonly page: number
}

/** Where a key leads from a place; undefined for a key that moves nothing. */
export function moved(
  { row, column }: Place,
  key: string,
  whole: boolean,
  extent: Extent,
): Place | undefined {
  const { rows, columns, page } = extent
  const to = (r: number, c: number): Place => ({
    row: Math.max(-1, Math.min(rows - 1, r)),
    column: Math.max(-1, Math.min(columns - 1, c)),
  })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(Math.max(row - page, 0), column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return whole ? to(0, -1) : to(row, -1)
    case 'End':
      return whole ? to(rows - 1, columns - 1) : to(row, columns - 1)
    default:
      return undefined
  }
}

interface GridFocus {
  readonly grid: RefObject<HTMLElement | null>
  readonly extent: Extent
  /** Brings a place into view. */
  readonly reveal: (place: Place) => void
  readonly onPick: (row: number) => void
}

/** One cell takes the focus, and the arrow keys move it (the grid pattern of the ARIA practices). */
export function useGridFocus({ grid, extent, reveal, onPick }: GridFocus) {
  const [active, setActive] = useState<Place>({ row: 0, column: -1 })
  const wanted = useRef(false)
  const elementAt = ({ row, column }: Place) =>
    grid.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`) ?? null
  // A place far away is drawn only once it was scrolled to: looked for after every drawing until it is there.
  useEffect(() => {
    if (!wanted.current) return
    const element = elementAt(active)
    if (element === null) return
    element.focus({ preventScroll: true })
    wanted.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return
    if (event.key === ' ' && active.column === -1 && active.row >= 0) {
      event.preventDefault()
      onPick(active.row)
      return
    }
    if ((event.key === 'Enter' || event.key === ' ') && active.column >= 0) {
      event.preventDefault()
      elementAt(active)?.click()
      return
    }
    const next = moved(active, event.key, event.ctrlKey || event.metaKey, extent)
    if (next === undefined) return
    event.preventDefault()
    wanted.current = true
    setActive(next)
    reveal(next)
  }
  /** Whatever is clicked or reached by Tab becomes the cell that takes the focus. */
  const onFocus = (event: { readonly target: EventTarget }) => {
    const at = (event.target as HTMLElement).dataset.at
    const [row, column] = at?.split(':').map(Number) ?? []
    if (row !== undefined && column !== undefined && (row !== active.row || column !== active.column))
      setActive({ row, column })
  }
  return { active, onKeyDown, onFocus }
}
