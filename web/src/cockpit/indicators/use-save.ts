import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Fetches a file and keeps it; a failure is told. */
export function useSave(): (file: () => Promise<Blob>, name: string) => Promise<void> {
  const messageOf = useMessageOf()
  return async (file, name) => {
    try {
      saveFile(await file(), name)
    } catch (error) {
      notify({ text: messageOf(error), tone: 'bad' })
    }
  }
}
