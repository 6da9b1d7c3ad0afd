import type { AmountFen } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyText } from '../../ui/money.js'

/** A sum with its unit set smaller. `max` shows the upper end alone. */
export function Money({
  amount,
  max = false,
  big = false,
}: {
  readonly amount: AmountFen
  readonly max?: boolean
  readonly big?: boolean
}) {
  const { lang } = useText()
  const { before, number, unit } = moneyText(max ? amount.max : amount.min, amount.max, lang)
  return (
    <span className={`money${big ? ' big' : ''}`}>
      {before}
      <b>{number}</b>
      {unit && <small> {unit}</small>}
    </span>
  )
}
