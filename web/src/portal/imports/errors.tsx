import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

const SHOWN = 20

/** What is wrong in the sheet, by row; the whole list can be taken away to be corrected. */
export function Errors({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
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
      <p className="no-print">
        <a className="button" href={`/api/v1/imports/${encodeURIComponent(preview.id)}/errors.xlsx`} download>
          {t('imports.errors.download')}
        </a>
      </p>
    </section>
  )
}
