import { createRootRoute, type ErrorComponentProps } from '@tanstack/react-router'
import { Shell } from './shell/shell.js'
import { Failure, NotFound } from './ui/failure.js'
import { useMessageOf } from './ui/use-message-of.js'

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: RouteFailure,
})

/** A page whose script could not be fetched (the server is away, or was renewed) is fetched again from the start. */
function RouteFailure({ error }: ErrorComponentProps) {
  const messageOf = useMessageOf()
  return <Failure message={messageOf(error)} retry={() => window.location.reload()} />
}

/** A search parameter that must be text; anything else is as if it were not there. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
