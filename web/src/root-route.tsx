import { createRootRoute } from '@tanstack/react-router'
import { RouteFailure } from './shell/route-failure.js'
import { Shell } from './shell/shell.js'
import { NotFound } from './ui/failure.js'

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: RouteFailure,
})
