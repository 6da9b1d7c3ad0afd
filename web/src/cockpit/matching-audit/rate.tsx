import '../../text/area/matching-audit.js'
import type { MatchingRate } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`
}

/** `26–37%`: where the true share lies. */
export function rangeOf({ low, high }: MatchingRate): string {
  return low === null || high === null ? '' : `${Math.round(low * 100)}–${Math.round(high * 100)}%`
}

/** A share with its count, its interval, and a warning where it rests on few. */
export function RateText({ rate }: { readonly rate: MatchingRate }) {
  const { t } = useText()
  if (rate.share === null) return <span className="muted">–</span>
  return (
    <span className="audit-rate">
      <b className="number">{percent(rate.share)}</b>{' '}
      <span className="muted small number">{rangeOf(rate)}</span>
      <br />
      <span className="muted small number">{t('audit.of', { count: rate.count, of: rate.of })}</span>
      {rate.few && (
        <>
          {' '}
          <span className="tag unknown">{t('audit.few')}</span>
        </>
      )}
    </span>
  )
}
