import { createRootRoute } from '@tanstack/react-router'
import { RouteFailure } from './shell/route-failure.js'
import { Shell } from './shell/shell.js'
import { NotFound } from './ui/failure.js'

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: RouteFailure,
})

/** A search parameter that must be text; anything else is as if it were not there. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
