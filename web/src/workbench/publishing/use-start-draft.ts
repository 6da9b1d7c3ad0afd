import type { CreateDraft } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Begins a draft and goes to it. */
export function useStartDraft() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  return useMutation({
    mutationFn: (given: CreateDraft) => staffApi.createDraft(given),
    onSuccess: (draft) => {
      queries.invalidateQueries({ queryKey: ['publishing'] })
      return navigate({ to: '/workbench/publishing/$draft', params: { draft: draft.id } })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}
