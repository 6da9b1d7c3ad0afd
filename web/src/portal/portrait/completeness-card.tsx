import '../../text/area/portrait.js'
import type { Completeness } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { useMoney } from './use-money.js'

interface Props {
  readonly company: string
  readonly completeness: Completeness
}

/** How much is known of what programmes look at, and what would decide most if it were told. */
export function CompletenessCard({ company, completeness }: Props) {
  const { t } = useText()
  const money = useMoney()
  const { percent, known, needed, useful } = completeness
  return (
    <section className="card stack" aria-labelledby="portrait-complete">
      <div className="item-row">
        <h2 id="portrait-complete">{t('portrait.complete')}</h2>
        <b className="portrait-percent number">{percent}%</b>
      </div>
      <meter
        className="portrait-meter"
        min={0}
        max={Math.max(1, needed)}
        value={known}
        aria-label={t('portrait.complete')}
      />
      <p className="muted small">{t('portrait.complete.of', { known, needed })}</p>
      {useful.length > 0 && (
        <>
          <h3>{t('portrait.useful')}</h3>
          <ul className="rows">
            {useful.map((fact) => (
              <li key={fact.key}>
                <span>
                  {fact.label}
                  {fact.heldBy !== null && (
                    <span className="muted small"> {t('portrait.useful.held', { by: fact.heldBy })}</span>
                  )}
                </span>
                <span className="muted small number">
                  {t('portrait.useful.decides', { count: fact.programmes })}
                  {fact.moneyFen !== '0' && t('portrait.useful.money', { money: money(fact.moneyFen) })}
                </span>
              </li>
            ))}
          </ul>
          <div className="actions no-print">
            <Link to="/companies/$company/facts" params={{ company }} className="button">
              {t('portrait.useful.tell')}
            </Link>
          </div>
        </>
      )}
    </section>
  )
}
