import type { MatchingRate } from '@kehui/server/client'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../../ui/preferences.js'
import type { IntervalCanvas } from './interval-canvas.js'

export interface IntervalRow {
  readonly name: string
  readonly rate: MatchingRate
}

const MOST = 12

/** Shares with their intervals as a picture; what draws it is loaded when it is shown. The table has the figures. */
export function IntervalChart({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly IntervalRow[]
}) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<IntervalCanvas | null>(null)
  const { large } = usePreferences()
  const shown = rows.slice(0, MOST)
  const latest = useRef({ rows: shown, large })
  latest.current = { rows: shown, large }
  useEffect(() => {
    const element = host.current
    if (!element) return
    let gone = false
    const observer = new ResizeObserver(() => canvas.current?.resize())
    import('./interval-canvas.js').then(
      ({ createIntervalCanvas }) => {
        if (gone) return
        canvas.current = createIntervalCanvas(element)
        canvas.current.show(latest.current.rows, latest.current.large)
        observer.observe(element)
      },
      // Without the picture there is the table.
      () => undefined,
    )
    return () => {
      gone = true
      observer.disconnect()
      canvas.current?.dispose()
      canvas.current = null
    }
  }, [])
  useEffect(() => canvas.current?.show(shown, large))
  return <div ref={host} className={`audit-chart rows-${shown.length}`} role="img" aria-label={label} />
}
