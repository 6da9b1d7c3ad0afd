import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { keyed } from '../../ui/keyed.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

const SHOWN = 20

/** What is wrong in the sheet, by row; the whole list can be taken away to be corrected. */
export function Errors({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const download = () =>
    api
      .importErrors(preview.id)
      .then((file) => saveFile(file, t('imports.errors.file', { name: preview.fileName })))
      .catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))
  if (preview.errorCount === 0) {
    return (
      <p className="marked notice good">
        <VerdictMark kind="yes" />
        <span>{t('imports.errors.none')}</span>
      </p>
    )
  }
  return (
    <section className="card stack tight" aria-labelledby="errors-title">
      <h2 id="errors-title" className="marked">
        <VerdictMark kind="unknown" />
        <span>{t('imports.errors', { count: preview.errorCount })}</span>
      </h2>
      <ul className="rows">
        {keyed(preview.errors.slice(0, SHOWN), (error) => `${error.row} ${error.column}`).map(
          ({ key, item }) => (
            <li key={key}>
              <span>
                {t('imports.row', { row: item.row })} · {item.column}
              </span>
              <span className="muted">{item.message}</span>
            </li>
          ),
        )}
      </ul>
      {preview.errorCount > SHOWN && (
        <p className="muted">{t('imports.errors.more', { count: preview.errorCount - SHOWN })}</p>
      )}
      <p className="no-print">
        <button type="button" className="button" onClick={download}>
          {t('imports.errors.download')}
        </button>
      </p>
    </section>
  )
}
