import type { ErrorComponentProps } from '@tanstack/react-router'
import { api } from '../ui/api.js'
import { Failure } from '../ui/failure.js'
import { notify } from '../ui/notify.js'
import { useMessageOf } from '../ui/use-message-of.js'

/** A page that could not be fetched is fetched again from the start, once the server answers: not before. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const messageOf = useMessageOf()
  const retry = () =>
    api
      .health()
      .then(() => window.location.reload())
      .catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))
  return <Failure message={messageOf(error)} retry={retry} />
}
