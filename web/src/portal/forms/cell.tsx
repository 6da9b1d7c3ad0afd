import '../../text/area/forms.js'
import type { FormCell, FormColumn, FormRow } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { type MarkKind, VerdictMark } from '../../ui/verdict-mark.js'
import { pointsText } from './points-text.js'

interface CellProps {
  readonly row: FormRow
  /** The row of the only figure that a condition looks at: it is shown in the condition's own. */
  readonly figure: { readonly row: FormRow; readonly cell: FormCell } | undefined
  readonly cell: FormCell
  readonly column: FormColumn
  readonly onEdit: (cell: FormCell) => void
}

/** A figure: the value is the button that changes it, below it where it comes from. */
function Figure({ row, cell, column, onEdit }: Omit<CellProps, 'figure'>) {
  const { t } = useText()
  const { value, source, observedAt, supposed } = cell
  const from = [source, observedAt?.slice(0, 10)].filter((part) => part != null && part !== '')
  if (cell.key === null) return null
  const names = { label: row.label, column: column.name }
  return (
    <>
      <button
        type="button"
        className={`cell${value === null ? ' empty' : ''}`}
        aria-label={value === null ? t('forms.add', names) : t('forms.edit.value', { ...names, value })}
        onClick={() => onEdit(cell)}
      >
        {value === null ? t('forms.fill') : <b className="number">{value}</b>}
      </button>
      {supposed && <span className="tag tried">{t('forms.supposed')}</span>}
      {from.length > 0 && (
        <span className="muted small form-source">
          {from.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </span>
      )}
    </>
  )
}

function Verdict({ cell, bare }: { readonly cell: FormCell; readonly bare: boolean }) {
  const { t } = useText()
  const { verdict, matters, value } = cell
  if (verdict === null) return null
  const kind: MarkKind = matters || verdict === 'yes' ? verdict : 'moot'
  const words =
    kind !== 'moot' ? t(`verdict.${kind}`) : t(verdict === 'no' ? 'verdict.moot' : 'verdict.moot.unknown')
  return (
    <span className="form-outcome">
      <VerdictMark kind={kind} />
      <span className={kind === 'moot' ? 'muted' : `tone-${kind}`}>{words}</span>
      {value && !bare && <span className="muted small">{value}</span>}
    </span>
  )
}

/** What a column has in a row: a figure, a verdict, points or an amount. */
export function Cell(props: CellProps) {
  const { t, lang } = useText()
  const { row, cell, column, figure, onEdit } = props
  if (row.kind === 'fact') return <Figure {...props} />
  if (row.kind === 'condition' || row.kind === 'verdict')
    return (
      <>
        <Verdict cell={cell} bare={figure !== undefined} />
        {figure && <Figure row={figure.row} cell={figure.cell} column={column} onEdit={onEdit} />}
      </>
    )
  const { points, amountFen, value } = cell
  return (
    <span className="form-outcome">
      {points && <b className="number">{t('forms.count', { points: pointsText(points) })}</b>}
      {amountFen && <b className="number">{moneyPhrase(amountFen.min, amountFen.max, lang)}</b>}
      {value && <span className="muted small">{value}</span>}
    </span>
  )
}
