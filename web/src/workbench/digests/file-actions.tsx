import '../../text/area/digests.js'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** The saved digest as a Word file; or put away, with the way back. */
export function FileActions({ id }: { readonly id: string }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
  const exported = () => attempt(async () => saveFile(await staffApi.digestFile(id), t('digests.file')))
  const undo = () =>
    attempt(async () => {
      await staffApi.restoreDigest(id)
      await queries.invalidateQueries({ queryKey: ['digests'] })
    })
  const putAway = () =>
    attempt(async () => {
      await staffApi.deleteDigest(id)
      await queries.invalidateQueries({ queryKey: ['digests'] })
      await navigate({ to: '/workbench/digests' })
      const action = { label: t('digests.undo'), run: () => void undo() }
      notify({ text: t('digests.deleted'), tone: 'good', action })
    })
  return (
    <>
      <button type="button" className="button" onClick={() => void exported()}>
        <Icon name="download" />
        {t('digests.export')}
      </button>
      <button type="button" className="button" onClick={() => void putAway()}>
        {t('digests.delete')}
      </button>
    </>
  )
}
