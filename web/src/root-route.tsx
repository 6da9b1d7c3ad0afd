import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './shell/shell.js'
import { Failure, NotFound } from './ui/failure.js'

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <Failure message={error instanceof Error ? error.message : String(error)} retry={reset} />
  ),
})

/** A search parameter that must be text; anything else is as if it were not there. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
