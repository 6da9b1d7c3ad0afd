import '../../text/area/assignment.js'
import type { PairRow, RoundView } from '@kehui/server/client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { score } from './figures.js'
import { usePairs } from './use-pairs.js'

interface GridProps {
  readonly round: RoundView
  readonly total: number
  readonly onOpen: (pair: PairRow) => void
}

/** As high as a row usually is; what it is indeed is measured once it is drawn. */
const ROW = 52

/** Up to hundreds of thousands of pairs, of which only those in view are in the page. */
export function PairsGrid({ round, total, onOpen }: GridProps) {
  const { t } = useText()
  const hint = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  /** Set while a key leads to a row that has yet to be drawn. */
  const wanted = useRef(false)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
    useFlushSync: false,
    // The row that has the focus stays in the page wherever it is scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return active < total && !shown.includes(active) ? [...shown, active].sort((a, b) => a - b) : shown
    },
  })
  const shown = rows.getVirtualItems()
  const pairAt = usePairs(round, rows.range?.startIndex ?? 0, rows.range?.endIndex ?? 0)
  useEffect(() => {
    if (!wanted.current) return
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)
    if (!row) return
    wanted.current = false
    row.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(active, event.key, total)
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    wanted.current = true
    setActive(next)
    rows.scrollToIndex(next)
  }
  return (
    <>
      <p id={hint} className="muted small assignment-keys">
        {t('assignment.keys')}
      </p>
      <div className="assignment-grid-frame">
        <div className="assignment-columns" aria-hidden="true">
          <span>{round.leftName}</span>
          <span>{round.rightName}</span>
          <span>{t('assignment.county')}</span>
          <span className="assignment-score">{t('assignment.sort.score')}</span>
          <span />
        </div>
        <div ref={scroll} className="assignment-grid">
          <ul
            aria-label={t('assignment.tab.pairs')}
            aria-describedby={hint}
            style={{ height: rows.getTotalSize() }}
            onKeyDown={onKeyDown}
          >
            {shown.map(({ index, start }) => (
              <li
                key={index}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={total}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row
                  round={round}
                  pair={pairAt(index)}
                  isActive={active === index}
                  onFocus={() => setActive(index)}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  )
}

const PAGE = 10

function moved(from: number, key: string, total: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - PAGE,
    PageDown: from + PAGE,
    Home: 0,
    End: total - 1,
  }
  const next = to[key]
  return next === undefined ? undefined : Math.max(0, Math.min(total - 1, next))
}

interface RowProps {
  readonly round: RoundView
  readonly pair: PairRow | undefined
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onOpen: (pair: PairRow) => void
}

function Row({ round, pair, isActive, onFocus, onOpen }: RowProps) {
  const { t } = useText()
  const rank = (value: number | null) =>
    value === null ? t('assignment.rank.none') : t('assignment.rank', { rank: value })
  return (
    <button
      type="button"
      className="assignment-row"
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={() => pair && onOpen(pair)}
    >
      {pair ? (
        <>
          <span className="assignment-member">
            <span className="muted small assignment-side">{round.leftName}</span>
            <strong>{pair.left.name}</strong>
            <span className="muted small number">{rank(pair.leftRank)}</span>
          </span>
          <span className="assignment-member">
            <span className="muted small assignment-side">{round.rightName}</span>
            <strong>{pair.right.name}</strong>
            <span className="muted small number">{rank(pair.rightRank)}</span>
          </span>
          <span className="assignment-county">{pair.right.county ?? ''}</span>
          <span className="number assignment-score">{pair.score === null ? '' : score(pair.score)}</span>
          <span className="tags">
            {pair.pinned && <span className="tag unknown">{t('assignment.pinned')}</span>}
            {pair.isNew && <span className="tag yes">{t('assignment.new-pair')}</span>}
          </span>
        </>
      ) : (
        <span className="muted">{t('app.loading')}</span>
      )}
    </button>
  )
}
