import { Link, type LinkOptions } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MessageKey } from '../text/messages.js'
import { useText } from '../text/use-text.js'
import { Icon, type IconName } from './icon.js'
import type { Role } from './preferences.js'

/** A way to one tool, as the home pages of the workbench and the cockpit show it. */
export interface Tile {
  readonly key: string
  readonly icon: IconName
  readonly title: MessageKey
  readonly text: MessageKey
  readonly link: Pick<LinkOptions, 'to'>
  readonly roles: readonly Role[]
}

export function TileLink({ tile, children }: { readonly tile: Tile; readonly children?: ReactNode }) {
  const { t } = useText()
  return (
    <Link {...tile.link} className="item">
      <Icon name={tile.icon} />
      <span className="item-body">
        <span className="item-row">
          <span className="item-title">{t(tile.title)}</span>
          {children}
        </span>
        <span className="muted small">{t(tile.text)}</span>
      </span>
    </Link>
  )
}
