import type { ObjectionItem, Trace } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'

interface Target {
  readonly subject: string
  readonly programme: string
  /** Without one, the whole verdict. */
  readonly condition: Trace | null
}

const ENDED: readonly ObjectionItem['state'][] = ['answered', 'withdrawn']

/** The objection to the same that still waits for its answer: there can be one only. */
export function usePendingObjection({ subject, programme, condition }: Target): ObjectionItem | undefined {
  const { lang } = useText()
  const { data = [] } = useQuery({
    queryKey: ['objections', subject, lang],
    queryFn: () => api.objectionsOf(subject, { lang }),
  })
  return data.find(
    (item) =>
      item.programme.id === programme &&
      (item.condition?.text ?? null) === (condition?.text ?? null) &&
      !ENDED.includes(item.state),
  )
}
