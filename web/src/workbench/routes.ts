import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, textOf } from '../root-route.js'
import type { DeskSearch } from './desk/search.js'
import { readObjectionSearch } from './objections/search.js'

const workbench = createRoute({
  getParentRoute: () => root,
  path: '/workbench',
  component: lazyRouteComponent(() => import('./home/page.js'), 'WorkbenchPage'),
})

const objections = createRoute({
  getParentRoute: () => root,
  path: '/workbench/objections',
  validateSearch: readObjectionSearch,
  component: lazyRouteComponent(() => import('./objections/page.js'), 'ObjectionsPage'),
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/workbench/desk',
  validateSearch: (search): DeskSearch => ({
    company: textOf(search.company),
    programme: textOf(search.programme),
  }),
  component: lazyRouteComponent(() => import('./desk/page.js'), 'DeskPage'),
})

export const workbenchRoutes = [workbench, objections, desk] as const
