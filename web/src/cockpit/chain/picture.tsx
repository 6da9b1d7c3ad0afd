import '../../text/area/chain.js'
import type { ChainPicture } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePreferences } from '../../ui/preferences.js'
import { type ChainCanvas, createCanvas } from './canvas.js'
import type { CanvasWords } from './canvas-series.js'
import { CoverLegend } from './cover-mark.js'
import { type Item, itemsOf, nextItem, type Way } from './geometry.js'
import { toggled } from './search.js'
import { stageTitle } from './stage-title.js'

const route = getRouteApi('/cockpit/chain/$id')

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const STEP = 1.4
/** A small picture needs no high frame, in pixels. */
const MIN_HEIGHT = 320
const MARGIN = 100

/** The chain as a picture: blocks of links by stage, which are drilled into; by pointer and whole by keyboard. */
export function Picture({ picture }: { readonly picture: ChainPicture }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const keys = useId()
  const [cursor, setCursor] = useState<string | null>(null)
  const items = itemsOf(picture)
  const current = items.find(({ key }) => key === cursor) ?? null
  const words = useWords(picture)
  // Before anything is chosen, what would be chosen first is told.
  const at = current ?? items[0]
  const act = (item: Item) => {
    setCursor(item.key)
    const next =
      item.kind === 'block' ? { ...search, open: toggled(search, item.key) } : { ...search, link: item.key }
    navigate({ search: next, resetScroll: false, replace: item.kind === 'block' })
  }
  const { host, canvas } = useCanvas({ picture, words, picked: search.link ?? null, cursor: current }, act)
  const onKey = (event: KeyboardEvent) => {
    const way = WAYS[event.key]
    if (way) {
      const next = nextItem(items, current, way)
      if (next) {
        setCursor(next.key)
        canvas.current?.reveal(next)
      }
    } else if (event.key === '+' || event.key === '=') canvas.current?.zoom(STEP)
    else if (event.key === '-') canvas.current?.zoom(1 / STEP)
    else if (event.key === '0') canvas.current?.fit()
    else if ((event.key === 'Enter' || event.key === ' ') && current) act(current)
    else return
    event.preventDefault()
  }
  return (
    <section className="chain-picture card">
      <div className="chain-picture-head">
        <CoverLegend />
        <div className="actions">
          <button type="button" className="button" onClick={() => canvas.current?.zoom(STEP)}>
            <Icon name="plus" />
            {t('chain.picture.in')}
          </button>
          <button type="button" className="button" onClick={() => canvas.current?.zoom(1 / STEP)}>
            {t('chain.picture.out')}
          </button>
          <button type="button" className="button" onClick={() => canvas.current?.fit()}>
            {t('chain.picture.fit')}
          </button>
        </div>
      </div>
      <div
        className="chain-canvas"
        style={{ height: `min(38rem, 70vh, ${Math.max(MIN_HEIGHT, picture.height + MARGIN)}px)` }}
        role="listbox"
        tabIndex={0}
        aria-label={t('chain.picture', { name: picture.focus.name })}
        aria-describedby={keys}
        aria-activedescendant={`${keys}-item`}
        onKeyDown={onKey}
      >
        <div ref={host} className="chain-host" aria-hidden="true" />
        <div
          id={`${keys}-item`}
          role="option"
          tabIndex={-1}
          aria-selected={current !== null}
          className="chain-said"
        >
          {at && said(at, words, t)}
        </div>
      </div>
      <p className="muted small" id={keys}>
        {t('chain.picture.arcs')} {t('chain.picture.keys')}
      </p>
    </section>
  )
}

function said(item: Item, words: CanvasWords, t: ReturnType<typeof useText>['t']): string {
  if (item.kind === 'link')
    return t('chain.picture.link', { name: item.place.name, cover: words.covers[item.place.makers] })
  const { cover, links, open } = item.block
  return t('chain.picture.block', {
    stage: words.stages[item.stage] ?? '',
    cover: words.covers[cover],
    count: links,
    state: t(open ? 'chain.picture.open' : 'chain.picture.closed'),
  })
}

function useWords(picture: ChainPicture): CanvasWords {
  const { t } = useText()
  const { large } = usePreferences()
  return useMemo(
    () => ({
      stages: picture.stages.map((stage) => stageTitle(stage, picture.focus.name, t)),
      covers: {
        held: t('chain.cover.held'),
        away: t('chain.cover.away'),
        open: t('chain.cover.open'),
        none: t('chain.cover.none'),
      },
      count: (count) => t('chain.picture.count', { count }),
      font: getComputedStyle(document.documentElement).getPropertyValue('--sans'),
      textScale: large ? 1.2 : 1,
    }),
    [picture, t, large],
  )
}

function useCanvas(shown: Parameters<ChainCanvas['show']>[0], onItem: (item: Item) => void) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<ChainCanvas | null>(null)
  const act = useRef(onItem)
  useEffect(() => {
    act.current = onItem
  })
  useEffect(() => {
    if (!host.current) return
    const made = createCanvas(host.current, (item) => act.current(item))
    canvas.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(host.current)
    return () => {
      observer.disconnect()
      made.dispose()
      canvas.current = null
    }
  }, [])
  const { picture, words, picked, cursor } = shown
  useEffect(() => {
    canvas.current?.show({ picture, words, picked, cursor })
  }, [picture, words, picked, cursor])
  return { host, canvas }
}
