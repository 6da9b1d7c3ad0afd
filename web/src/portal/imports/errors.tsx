import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { type ErrorGroup, groupErrors } from './error-groups.js'

const SHOWN = 20
const ROWS_NAMED = 8

function useRowsOf(): (group: ErrorGroup) => string {
  const { t, lang } = useText()
  return ({ rows }) => {
    const named = rows.slice(0, ROWS_NAMED).join(lang === 'zh' ? '、' : ', ')
    return rows.length > ROWS_NAMED
      ? t('imports.rows.and-more', { rows: named, count: rows.length })
      : t(rows.length === 1 ? 'imports.row' : 'imports.rows.named', { row: named, rows: named })
  }
}

/** What is wrong in the sheet, by row; the whole list can be taken away to be corrected. */
export function Errors({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const rowsOf = useRowsOf()
  const groups = groupErrors(preview.errors)
  const shown = groups.slice(0, SHOWN)
  const told = shown.reduce((sum, { rows }) => sum + rows.length, 0)
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
        {shown.map((group) => (
          <li key={`${group.column} ${group.message}`}>
            <span>
              {rowsOf(group)} · {group.column}
            </span>
            <span className="muted">{group.message}</span>
          </li>
        ))}
      </ul>
      {preview.errorCount > told && (
        <p className="muted">{t('imports.errors.more', { count: preview.errorCount - told })}</p>
      )}
      <p className="no-print">
        <button type="button" className="button" onClick={download}>
          {t('imports.errors.download')}
        </button>
      </p>
    </section>
  )
}
