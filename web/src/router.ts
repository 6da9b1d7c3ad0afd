import { createRouter } from '@tanstack/react-router'
import { cockpitRoutes } from './cockpit/routes.js'
import { portalRoutes } from './portal/routes.js'
import { root } from './root-route.js'
import { RouteFailure } from './shell/route-failure.js'
import { Loading } from './ui/failure.js'
import { workbenchRoutes } from './workbench/routes.js'

export const router = createRouter({
  routeTree: root.addChildren([...portalRoutes, ...workbenchRoutes, ...cockpitRoutes]),
  defaultPendingComponent: Loading,
  // In place of the page alone: the way to the other pages stays.
  defaultErrorComponent: RouteFailure,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
