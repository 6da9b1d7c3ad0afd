import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root-route.js'

const workbench = createRoute({
  getParentRoute: () => root,
  path: '/workbench',
  component: lazyRouteComponent(() => import('./home/page.js'), 'WorkbenchPage'),
})

export const workbenchRoutes = [workbench] as const
