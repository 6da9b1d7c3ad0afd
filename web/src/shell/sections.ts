import { type LinkOptions, linkOptions, useRouterState } from '@tanstack/react-router'
import { useUnread } from '../portal/notices/use-unread.js'
import type { MessageKey } from '../text/messages.js'
import type { IconName } from '../ui/icon.js'
import { type Role, usePreferences } from '../ui/preferences.js'

export interface Section {
  readonly key: string
  readonly label: MessageKey
  readonly short: MessageKey
  readonly icon: IconName
  readonly link: Pick<LinkOptions, 'to' | 'params'>
  readonly current: boolean
  /** How much waits there. */
  readonly waiting?: number
}

/** The main sections of a role, the most used first: a phone shows five of them. */
const ORDER: Readonly<Record<Role, readonly string[]>> = {
  manager: ['home', 'package', 'library', 'demands', 'notices', 'help'],
  clerk: ['workbench', 'cockpit', 'desk', 'matrix', 'package', 'library', 'help'],
  'service-team': ['workbench', 'desk', 'matrix', 'package', 'library', 'import', 'help'],
}

export function useSections(): readonly Section[] {
  const { role } = usePreferences()
  const all = useAllSections()
  return ORDER[role].flatMap((key) => all.find((section) => section.key === key) ?? [])
}

/** Before a company is chosen, 政策礼包 leads to the place where one is found. */
function useAllSections(): readonly Section[] {
  const { company } = usePreferences()
  const unread = useUnread()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const packageLink = company
    ? linkOptions({ to: '/companies/$company', params: { company } })
    : linkOptions({ to: '/companies' })
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
      key: 'workbench',
      label: 'nav.workbench',
      short: 'nav.workbench',
      icon: 'grid',
      link: linkOptions({ to: '/workbench' }),
      current: /^\/workbench(?!\/(desk|matrix)$)/.test(path),
    },
    {
      key: 'cockpit',
      label: 'nav.cockpit',
      short: 'nav.cockpit',
      icon: 'gauge',
      link: linkOptions({ to: '/cockpit' }),
      current: path.startsWith('/cockpit'),
    },
    {
      key: 'desk',
      label: 'desk.title',
      short: 'desk.title',
      icon: 'phone',
      link: linkOptions({ to: '/workbench/desk' }),
      current: path === '/workbench/desk',
    },
    {
      key: 'matrix',
      label: 'matrix.title',
      short: 'matrix.short',
      icon: 'table',
      link: linkOptions({ to: '/workbench/matrix' }),
      current: path === '/workbench/matrix',
    },
    {
      key: 'package',
      label: 'nav.package',
      short: 'nav.package.short',
      icon: 'gift',
      link: packageLink,
      current: path.startsWith('/companies'),
    },
    {
      key: 'library',
      label: 'nav.library',
      short: 'nav.library',
      icon: 'library',
      link: linkOptions({ to: '/programmes' }),
      current: path.startsWith('/programmes'),
    },
    {
      key: 'demands',
      label: 'nav.demands',
      short: 'nav.demands.short',
      icon: 'link',
      link: linkOptions({ to: '/demands' }),
      current: path.startsWith('/demands') || path.startsWith('/introductions'),
    },
    {
      key: 'notices',
      label: 'notices.title',
      short: 'notices.title',
      icon: 'bell',
      link: linkOptions({ to: '/notices' }),
      current: path === '/notices',
      waiting: unread,
    },
    {
      key: 'import',
      label: 'nav.import',
      short: 'nav.import',
      icon: 'upload',
      link: linkOptions({ to: '/imports' }),
      current: path.startsWith('/imports'),
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
