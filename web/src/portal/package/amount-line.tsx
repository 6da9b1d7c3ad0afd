import type { Entry } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Money } from './money.js'

/** Reviewers decide these: they promise nothing, so only the upper end may be named. */
const COMPETITIVE: readonly string[] = ['择优', '限额推荐']
const SELF_ASSESSED: readonly string[] = ['评价', '备案', '认定']

export function isCompetitive(entry: Pick<Entry, 'mode'>): boolean {
  return COMPETITIVE.includes(entry.mode)
}

export function isSelfAssessed(entry: Pick<Entry, 'mode'>): boolean {
  return SELF_ASSESSED.includes(entry.mode)
}

/** The amount of the entry, after it was settled with the programmes that exclude it. */
export function amountOf(entry: Entry) {
  return entry.settled?.kept && entry.settled.amountFen !== null ? entry.settled.amountFen : entry.amountFen
}

/** Whether no maximum can be named: it is a share of figures that are not known yet. */
export function isOpenEnded({ trace }: Pick<Entry, 'trace'>): boolean {
  return trace.pay?.unlimited === true
}

/** What it is worth, in a few words. */
export function AmountLine({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const amount = amountOf(entry)
  if (amount === null || amount.max === '0') {
    return (
      <span className="muted small">
        {t(entry.benefit === 'title' ? 'entry.title-only' : `benefit.${entry.benefit}`)}
      </span>
    )
  }
  if (isOpenEnded(entry)) {
    return (
      <span className="amount">
        {amount.min !== '0' && (
          <>
            <span className="muted small">{t('entry.amount.least')} </span>
            <Money amount={{ min: amount.min, max: amount.min }} />{' '}
          </>
        )}
        <span className="muted small">{t('entry.amount.by-figures')}</span>
      </span>
    )
  }
  const sure = entry.verdict === 'yes' && !isCompetitive(entry) && amount.min !== '0'
  return (
    <span className="amount">
      <span className="muted small">
        {t(sure && amount.min === amount.max ? 'entry.amount.get' : 'entry.amount.max')}{' '}
      </span>
      <Money amount={amount} max />
    </span>
  )
}
