import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const OPENED = 2

/** The first rows as they were read, each unfolding to its columns: wide sheets fit narrow screens. */
export function PreviewRows({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  // A sheet often begins with numbers of rows: a company is known by its name.
  const named = preview.columns.find(({ fact }) => fact === 'name')?.index ?? 0
  return (
    <section className="card stack tight" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('imports.preview', { count: preview.rows.length })}</h2>
      {preview.rows.map((row, position) => (
        <details key={row.row} open={position < OPENED} className="preview-row">
          <summary>
            {t('imports.row', { row: row.row })}　<b>{row.cells[named] || row.cells[0]}</b>
          </summary>
          <dl className="figures wide">
            {preview.columns.map((column) => (
              <div key={column.index}>
                <dt>{column.header}</dt>
                <dd className="number">{row.cells[column.index] || '—'}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
