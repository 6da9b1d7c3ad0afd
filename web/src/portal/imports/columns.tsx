import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import type { Meaning } from './use-meanings.js'

export type Column = ImportPreview['columns'][number]
export type ColumnChange = Partial<Pick<Column, 'fact' | 'year'>>

const SAMPLES = 3
const YEARS_BACK = 10

interface RowProps {
  readonly column: Column
  readonly meanings: readonly Meaning[]
  /** The year that figures without one are taken to be of. */
  readonly thisYear: number
  readonly onChange: (change: ColumnChange) => void
}

function Year({ column, thisYear, onChange }: Omit<RowProps, 'meanings'>) {
  const { t } = useText()
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back)
  const offered = column.year === null || years.includes(column.year) ? years : [column.year, ...years]
  return (
    <label className="field">
      <span>{t('imports.year')}</span>
      <select
        className="input"
        value={column.year ?? ''}
        onChange={(event) =>
          onChange({ year: event.target.value === '' ? null : Number(event.target.value) })
        }
      >
        <option value="">{t('imports.year.latest')}</option>
        {offered.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  )
}

function Row({ column, meanings, thisYear, onChange }: RowProps) {
  const { t } = useText()
  const yearly = meanings.find((meaning) => meaning.value === column.fact)?.yearly ?? false
  return (
    <li className={`column${column.fact === null ? ' skipped' : ''}`}>
      <div>
        <p className="tags">
          <b>{column.header}</b>
          {column.unit !== null && <span className="tag">{column.unit}</span>}
          {column.guessed && <span className="tag unknown">{t('imports.guessed')}</span>}
        </p>
        <p className="muted small samples">{column.samples.slice(0, SAMPLES).join('，')}</p>
      </div>
      <label className="field">
        <span>{t('imports.meaning')}</span>
        <select
          className="input"
          value={column.fact ?? ''}
          onChange={(event) => onChange({ fact: event.target.value || null })}
        >
          <option value="">{t('imports.skip')}</option>
          {meanings.map((meaning) => (
            <option key={meaning.value} value={meaning.value}>
              {meaning.label}
            </option>
          ))}
        </select>
      </label>
      {yearly && <Year column={column} thisYear={thisYear} onChange={onChange} />}
    </li>
  )
}

interface ColumnsProps {
  readonly preview: ImportPreview
  readonly meanings: readonly Meaning[]
  readonly onChange: (index: number, change: ColumnChange) => void
}

/** What each column of the sheet means; guesses are marked and can be put right. */
export function Columns({ preview, meanings, onChange }: ColumnsProps) {
  const { t } = useText()
  const thisYear = Number(preview.createdAt.slice(0, 4))
  return (
    <section className="card stack" aria-labelledby="columns-title">
      <h2 id="columns-title">{t('imports.columns')}</h2>
      <p className="muted">{t('imports.columns.lead')}</p>
      <ul className="columns">
        {preview.columns.map((column) => (
          <Row
            key={column.index}
            column={column}
            meanings={meanings}
            thisYear={thisYear}
            onChange={(change) => onChange(column.index, change)}
          />
        ))}
      </ul>
    </section>
  )
}
