import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

type Act =
  | { readonly batch: string; readonly n: number; readonly act: 'cancel' | 'again' }
  | { readonly batch: string; readonly act: 'cancel' | 'close' }

/** What is done with a batch or a file of it; the list is looked at anew after each. */
export function useBatchActs() {
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const look = () => void queries.invalidateQueries({ queryKey: ['report-batches'] })
  const acting = useMutation({
    mutationFn: async (act: Act): Promise<void> => {
      if ('n' in act) await staffApi.actOnBatchFile(act.batch, act.n, act.act)
      else await staffApi.actOnBatch(act.batch, act.act)
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
    onSettled: look,
  })
  return {
    look,
    cancel: (batch: string, n: number) => acting.mutate({ batch, n, act: 'cancel' }),
    again: (batch: string, n: number) => acting.mutate({ batch, n, act: 'again' }),
    cancelAll: (batch: string) => acting.mutate({ batch, act: 'cancel' }),
    close: (batch: string) => acting.mutate({ batch, act: 'close' }),
  }
}
