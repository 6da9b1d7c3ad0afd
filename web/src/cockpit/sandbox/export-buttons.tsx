import '../../text/area/sandbox.js'
import type { SandboxAsk, SandboxFileAsk } from '@kehui/server/client'
import { useMutation } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const FORMATS = ['xlsx', 'csv'] as const

/** All rows of a table as a file; what is on the page may be the first of them. */
export function ExportButtons({
  ask,
  table,
  title,
  on,
}: {
  readonly ask: SandboxAsk
  readonly table: SandboxFileAsk['table']
  readonly title: string
  readonly on: string
}) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const fetching = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const file = await staffApi.sandboxFile({ ...ask, table, format })
      saveFile(file, `${t('sandbox.file', { what: title, date: on })}.${format}`)
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <p className="actions no-print">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-disabled={fetching.isPending}
          onClick={() => (fetching.isPending ? undefined : fetching.mutate(format))}
        >
          {t(`sandbox.export.${format}`)}
          <span className="hidden-visually"> {title}</span>
        </button>
      ))}
    </p>
  )
}
