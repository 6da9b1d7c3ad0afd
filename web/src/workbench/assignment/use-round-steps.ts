import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** A step on a round: shows how the round stands then, and tells what came of it. */
export function useRoundStep<Given = void>(
  run: (given: Given) => Promise<RoundView>,
  said: MessageKey | ((round: RoundView) => string) | null,
  undo?: () => void,
) {
  const { t, lang } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  return useMutation({
    mutationFn: run,
    onSuccess: (round) => {
      queries.setQueryData(['assignment-round', round.id, lang], round)
      if (said === null) return
      notify({
        text: typeof said === 'string' ? t(said) : said(round),
        tone: 'good',
        ...(undo ? { action: { label: t('assignment.undo'), run: undo } } : {}),
      })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
    onSettled: () => {
      for (const key of ['assignment-round', 'assignment-rounds', 'assignment-rows'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
  })
}
