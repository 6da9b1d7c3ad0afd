import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Shell } from './shell/shell.js'
import { Failure, Loading, NotFound } from './ui/failure.js'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <Failure message={error instanceof Error ? error.message : String(error)} retry={reset} />
  ),
})

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./portal/home/page.js'), 'HomePage'),
})

const help = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./portal/help/page.js'), 'HelpPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([home, help]),
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
