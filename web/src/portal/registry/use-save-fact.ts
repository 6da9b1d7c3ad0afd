import '../../text/area/facts.js'
import { useQueryClient } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Stores one value, says so, and offers to undo it. */
export function useSaveFact(company: string): (key: string, text: string, label: string) => Promise<void> {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['facts', company] })
    await queries.invalidateQueries({ queryKey: ['package', company] })
  }
  return async (key, text, label) => {
    const saved = await api.saveFacts(company, { facts: { [key]: text } })
    await refresh()
    const undo = () =>
      api
        .retractFacts(company, saved.undo)
        .then(refresh)
        .then(() => notify({ text: t('answer.undone'), tone: 'good' }))
        .catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))
    notify({
      text: t('facts.saved', { label }),
      tone: 'good',
      action: { label: t('answer.undo'), run: undo },
    })
  }
}
