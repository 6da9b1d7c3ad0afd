import '../../text/area/chain.js'
import type { ChainLink } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

export type Cover = ChainLink['makers']

/** Each cover has a shape of its own, the same as in the picture: disc, square, diamond, triangle. */
export function CoverMark({ cover }: { readonly cover: Cover }) {
  return (
    <svg className={`cover-mark ${cover}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {cover === 'held' && <circle cx="8" cy="8" r="6" fill="currentColor" />}
      {cover === 'away' && <rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" />}
      {cover === 'open' && <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />}
      {cover === 'none' && <path d="M8 1.500 15 14H1Z" fill="currentColor" />}
    </svg>
  )
}

/** What there is of one aspect here, in shape and words. */
export function CoverText({ cover }: { readonly cover: Cover }) {
  const { t } = useText()
  return (
    <span className="cover-text">
      <CoverMark cover={cover} />
      {t(`chain.cover.${cover}`)}
    </span>
  )
}

export function CoverLegend() {
  return (
    <ul className="cover-legend">
      {(['held', 'away', 'open', 'none'] as const).map((cover) => (
        <li key={cover}>
          <CoverText cover={cover} />
        </li>
      ))}
    </ul>
  )
}
