import { type LinkOptions, linkOptions, useRouterState } from '@tanstack/react-router'
import type { MessageKey } from '../text/messages.js'
import type { IconName } from '../ui/icon.js'

export interface Section {
  readonly key: string
  readonly label: MessageKey
  readonly short: MessageKey
  readonly icon: IconName
  readonly link: Pick<LinkOptions, 'to' | 'params'>
  readonly current: boolean
}

/** The main sections, in the header on a desktop and at the bottom of a phone. */
export function useSections(): readonly Section[] {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return [
    {
      key: 'home',
      label: 'nav.home',
      short: 'nav.home',
      icon: 'home',
      link: linkOptions({ to: '/' }),
      current: path === '/',
    },
    {
      key: 'help',
      label: 'nav.help',
      short: 'nav.help',
      icon: 'help',
      link: linkOptions({ to: '/help' }),
      current: path === '/help',
    },
  ]
}
