import { useText } from '../text/use-text.js'
import { useMessageOf } from './use-message-of.js'

interface Query {
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

/** In place of a part that could not be read: why, and the way to try it again without losing the page. */
export function PartFailure({ query }: { readonly query: Query }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  return (
    <div className="notice bad part-failure">
      <p role="alert">{messageOf(query.error)}</p>
      <button
        type="button"
        className="button"
        aria-disabled={query.isFetching}
        onClick={() => (query.isFetching ? undefined : query.refetch())}
      >
        {t('error.retry')}
      </button>
    </div>
  )
}
