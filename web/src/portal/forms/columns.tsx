import '../../text/area/forms.js'
import type { FormColumn } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { pointsText } from './points-text.js'
import type { FormState } from './use-form.js'

function Column({
  column,
  onRemove,
}: {
  readonly column: FormColumn
  readonly onRemove: (() => void) | undefined
}) {
  const { t, lang } = useText()
  const { name, on, verdict, points, grades, amountFen, missing, judged, inForce, whatIf } = column
  const open = [
    missing.length > 0 && t('forms.missing', { count: missing.length }),
    judged.length > 0 && t('forms.judged.count', { count: judged.length }),
  ].filter(Boolean)
  return (
    <li className={`card form-column ${whatIf ? 'what-if' : ''}`}>
      <h3>
        {name} <small className="muted">{t('forms.on', { date: on })}</small>
      </h3>
      <p className={`form-verdict tone-${verdict}`}>
        <VerdictMark kind={verdict} />
        <b>{t(`verdict.${verdict}`)}</b>
        {points && <b className="number">{t('forms.count', { points: pointsText(points) })}</b>}
        {grades && <b>{grades.join(t('common.comma'))}</b>}
        {amountFen && <b className="number">{moneyPhrase(amountFen.min, amountFen.max, lang)}</b>}
      </p>
      {open.length > 0 && <p className="muted small">{open.join('；')}</p>}
      {!inForce && <p className="tag unverified">{t('forms.not-in-force')}</p>}
      {onRemove && (
        <button type="button" className="button no-print" onClick={onRemove}>
          {t('forms.what-if.remove', { name })}
        </button>
      )}
    </li>
  )
}

/** Where each column stands: the answer first. */
export function Columns({ state }: { readonly state: FormState }) {
  const { t } = useText()
  const { form, whatIf, removeWhatIf } = state
  const years = form.columns.length - whatIf.length
  return (
    <section aria-labelledby="form-summary">
      <h2 id="form-summary" className="unseen">
        {t('forms.summary')}
      </h2>
      <ul className="form-columns">
        {form.columns.map((column, i) => (
          <Column
            key={column.id}
            column={column}
            onRemove={column.whatIf ? () => removeWhatIf(i - years) : undefined}
          />
        ))}
      </ul>
    </section>
  )
}
