import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.js'
import { loaded } from '../ui/loaded.js'

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/cockpit',
  component: lazyRouteComponent(() => loaded(import('./home/page.js')), 'CockpitPage'),
})

export const cockpitRoutes = [cockpit] as const
