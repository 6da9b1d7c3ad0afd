import { useText } from '../text/use-text.js'
import { messageOf } from './api.js'

/** What to tell the reader of a failure, in the reader's language. */
export function useMessageOf(): (cause: unknown) => string {
  const { t } = useText()
  return (cause) => messageOf(cause, t)
}
