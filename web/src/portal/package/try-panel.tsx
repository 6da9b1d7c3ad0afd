import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { AnswerForm } from './answer-form.js'
import { usePackage } from './package-context.js'

/** Figures tried out and nothing stored: what was changed, what else can be, and the way out. */
export function TryPanel() {
  const { t } = useText()
  const { trying, stopTrying, labelOf, askable, questionOf } = usePackage()
  const [picked, setPicked] = useState('')
  if (trying === null) return null
  const question = picked === '' ? undefined : questionOf(picked)
  return (
    <section className="card stack tight trying no-print" aria-label={t('try.start')}>
      <p>
        <b>{t('try.on')}</b>
      </p>
      {Object.keys(trying).length === 0 ? (
        <p className="muted">{t('try.none')}</p>
      ) : (
        <ul className="choices">
          {Object.entries(trying).map(([key, value]) => (
            <li key={key} className="tag tried">
              {labelOf(key)}
              {t('common.colon')}
              <b>{value}</b>
              <button
                type="button"
                aria-label={t('try.remove', { label: labelOf(key) })}
                onClick={() => stopTrying(key)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <label className="field inline">
          <span>{t('try.add')}</span>
          <select className="input" value={picked} onChange={(event) => setPicked(event.target.value)}>
            <option value="">{t('try.pick')}</option>
            {askable.map((fact) => (
              <option key={fact.key} value={fact.key}>
                {fact.label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => stopTrying()}>
          {t('try.stop')}
        </button>
      </div>
      {question && <AnswerForm key={picked} question={question} onDone={() => setPicked('')} />}
    </section>
  )
}
