import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

export type Column = ImportPreview['columns'][number]

interface ColumnsProps {
  readonly columns: readonly Column[]
  readonly meanings: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (index: number, change: Partial<Pick<Column, 'fact' | 'year' | 'unit'>>) => void
}

/** What each column of the sheet means; guesses are marked and can be put right. */
export function Columns({ columns, meanings, onChange }: ColumnsProps) {
  const { t } = useText()
  return (
    <ul className="columns">
      {columns.map((column) => (
        <li key={column.index} className="card column">
          <p>
            <b>{column.header}</b>{' '}
            {column.guessed && <span className="tag unknown">{t('imports.guessed')}</span>}
          </p>
          <p className="muted small">
            {column.samples
              .filter((text) => text !== '')
              .slice(0, 3)
              .join('，')}
          </p>
          <label className="field">
            <span>{t('imports.meaning')}</span>
            <select
              className="input"
              value={column.fact ?? ''}
              onChange={(event) => onChange(column.index, { fact: event.target.value || null })}
            >
              <option value="">{t('imports.skip')}</option>
              {meanings.map((meaning) => (
                <option key={meaning.value} value={meaning.value}>
                  {meaning.label}
                </option>
              ))}
            </select>
          </label>
          {(column.unit !== null || column.year !== null) && (
            <p className="muted small">
              {column.unit !== null && `${t('imports.column-unit')} ${column.unit}　`}
              {column.year !== null && `${t('imports.year')} ${column.year}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
