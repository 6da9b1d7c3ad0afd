import type { ImportPreview } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Runs one step of an import; its answer replaces what is shown. */
export function useStep<Given>(
  run: (given: Given) => Promise<ImportPreview>,
  done?: (after: ImportPreview) => string,
) {
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  return useMutation({
    mutationFn: run,
    onSuccess: async (after) => {
      queries.setQueryData(['import', after.id], after)
      await queries.invalidateQueries({ queryKey: ['imports'] })
      if (done) notify({ text: done(after), tone: 'good' })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}
