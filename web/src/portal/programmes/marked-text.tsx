import type { FoundText } from '@kehui/server/client'
import { keyed } from '../../ui/keyed.js'

/** A text with the words that were searched for marked in it. */
export function MarkedText({ parts }: { readonly parts: FoundText['parts'] }) {
  return (
    <>
      {keyed(parts, ({ text, hit }) => `${hit} ${text}`).map(({ key, item }) =>
        item.hit ? <mark key={key}>{item.text}</mark> : <span key={key}>{item.text}</span>,
      )}
    </>
  )
}
