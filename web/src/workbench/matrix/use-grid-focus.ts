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
  // Keys can come faster than the grid is drawn: each goes on from where the one before it led.
  const latest = useRef(active)
  const wanted = useRef(false)
  const byKey = useRef(false)
  const activate = (place: Place) => {
    latest.current = place
    setActive(place)
  }
  const elementAt = ({ row, column }: Place) =>
    grid.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`) ?? null
  // A place far away is drawn only once it was scrolled to: looked for after every drawing until it is there.
  useEffect(() => {
    if (!wanted.current) return
    const element = elementAt(latest.current)
    if (element === null) return
    byKey.current = true
    element.focus({ preventScroll: true })
    byKey.current = false
    wanted.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return
    const from = latest.current
    if (event.key === ' ' && from.column === -1 && from.row >= 0) {
      event.preventDefault()
      onPick(from.row)
      return
    }
    if ((event.key === 'Enter' || event.key === ' ') && from.column >= 0) {
      event.preventDefault()
      elementAt(from)?.click()
      return
    }
    const next = moved(from, event.key, event.ctrlKey || event.metaKey, extent)
    if (next === undefined) return
    event.preventDefault()
    wanted.current = true
    activate(next)
    reveal(next)
  }
  /** Whatever is clicked or reached by Tab becomes the cell that takes the focus. */
  const onFocus = (event: { readonly target: EventTarget }) => {
    if (byKey.current) return
    const at = (event.target as HTMLElement).dataset.at
    const [row, column] = at?.split(':').map(Number) ?? []
    if (row === undefined || column === undefined) return
    if (row !== latest.current.row || column !== latest.current.column) activate({ row, column })
  }
  return { active, onKeyDown, onFocus }
}
