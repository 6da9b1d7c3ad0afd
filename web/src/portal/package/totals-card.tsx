import type { AmountFen } from '@kehui/server/client'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { Money } from './money.js'
import { usePackage } from './package-context.js'

function Part({ name, amount }: { readonly name: MessageKey; readonly amount: AmountFen }) {
  const { t } = useText()
  if (amount.max === '0') return null
  return (
    <span>
      <span className="muted small">{t(name)}</span>{' '}
      <Money amount={amount} max={name === 'package.possible'} />
    </span>
  )
}

/** Each kind of benefit on its own line, certain and possible apart: unlike benefits are never added up. */
export function TotalsCard() {
  const { t } = useText()
  const { pkg } = usePackage()
  if (pkg.totals.byBenefit.length === 0) return null
  return (
    <section className="card stack tight" aria-labelledby="totals-title">
      <h2 id="totals-title" className="card-title">
        {t('package.by-benefit')}
      </h2>
      <ul className="rows">
        {pkg.totals.byBenefit.map((row) => (
          <li key={row.benefit}>
            <span>
              {t(`benefit.${row.benefit}`)}{' '}
              <span className="muted small">{t('unit.count', { count: row.count })}</span>
            </span>
            <span className="parts">
              <Part name="package.certain" amount={row.certain} />
              <Part name="package.possible" amount={row.possible} />
            </span>
          </li>
        ))}
      </ul>
      <p className="muted small">{t('package.by-benefit.note')}</p>
    </section>
  )
}
