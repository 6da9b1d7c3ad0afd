import '../../text/area/duplicates.js'
import type { Duplicate, DuplicateSide } from '@kehui/server/client'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'

interface Row {
  readonly label: MessageKey
  readonly of: (side: DuplicateSide, byHand: string) => string | null
  /** Whether it is worth saying that the two differ. */
  readonly tells: boolean
}

const ROWS: readonly Row[] = [
  { label: 'duplicates.field.name', of: (side) => side.name, tells: true },
  { label: 'duplicates.field.code', of: (side) => side.code, tells: true },
  { label: 'duplicates.field.place', of: (side) => side.place, tells: true },
  { label: 'duplicates.field.source', of: (side, byHand) => side.importName ?? byHand, tells: false },
  { label: 'duplicates.field.entered', of: (side) => side.enteredAt, tells: false },
  { label: 'duplicates.field.facts', of: (side) => String(side.facts), tells: false },
  { label: 'duplicates.field.records', of: (side) => String(side.records), tells: false },
  { label: 'duplicates.field.relations', of: (side) => String(side.relations), tells: false },
]

/** The two side by side, field by field; where they differ it is said in words as well. */
export function Comparison({ pair: { left, right } }: { readonly pair: Duplicate }) {
  const { t } = useText()
  const told = (side: DuplicateSide | null, row: Row) =>
    side === null ? t('duplicates.gone') : (row.of(side, t('duplicates.by-hand')) ?? '—')
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{t('duplicates.field')}</th>
          <th scope="col">{t('duplicates.side.left')}</th>
          <th scope="col">{t('duplicates.side.right')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => {
          const [a, b] = [told(left, row), told(right, row)]
          const differs = row.tells && a !== b && a !== '—' && b !== '—'
          return (
            <tr key={row.label}>
              <th scope="row">
                {t(row.label)}
                {differs && <small className="differs">{t('duplicates.differs')}</small>}
              </th>
              <td>{a}</td>
              <td>{b}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
