import '../../text/area/matching-audit.js'
import type { MatchingAudit } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { RateText } from './rate.js'

const RATES = ['agreed', 'met', 'signed', 'fitted'] as const

/** What became of all introductions, and how right the first of each need were. */
export function Figures({ audit }: { readonly audit: MatchingAudit }) {
  const { t } = useText()
  return (
    <div className="audit-figures">
      <section className="card stack">
        <h2>{t('audit.total')}</h2>
        <dl className="audit-total">
          <div>
            <dt>{t('audit.proposed')}</dt>
            <dd>
              <b className="number">{t('audit.times', { count: audit.total.proposed })}</b>
            </dd>
          </div>
          {RATES.map((rate) => (
            <div key={rate}>
              <dt>{t(`audit.${rate}`)}</dt>
              <dd>
                <RateText rate={audit.total[rate]} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="muted small">{t('audit.fitted.hint')}</p>
      </section>
      <section className="card stack">
        <h2>{t('audit.precision')}</h2>
        <dl className="audit-total">
          {audit.precision.map(({ k, rate }) => (
            <div key={k}>
              <dt>{t('audit.first', { k })}</dt>
              <dd>
                <RateText rate={rate} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="muted small">
          {t('audit.precision.lead')}
          {audit.unscored > 0 && ` ${t('audit.unscored', { count: audit.unscored })}`}
        </p>
      </section>
    </div>
  )
}
