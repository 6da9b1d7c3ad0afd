import type { Entry, Verdict } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { isCompetitive, isSelfAssessed } from './amount-line.js'

const ORDER: readonly Verdict[] = ['yes', 'unknown', 'no']

function useBannerText(): (entry: Entry) => string {
  const { t } = useText()
  return (entry) => {
    const count = entry.missing.length
    if (entry.verdict === 'no') {
      const failed = entry.trace.need.filter((node) => node.verdict === 'no').length
      return failed > 1 ? t('entry.verdict.no', { count: failed }) : t('entry.verdict.no.one')
    }
    if (entry.verdict === 'unknown') {
      return count === 0 ? t('entry.verdict.unknown.judged') : t('entry.verdict.unknown', { count })
    }
    if (isSelfAssessed(entry)) return t('entry.verdict.yes.title')
    if (isCompetitive(entry)) return t('entry.verdict.yes.judged')
    if (count > 0) return t('entry.verdict.unknown.amount', { count })
    const { mode, call } = entry
    if (mode === '免申即享') return t('entry.verdict.yes.automatic')
    if (call?.status === 'coming' && call.from !== null)
      return t('entry.verdict.yes.coming', { date: call.from })
    return t(`entry.verdict.yes.${call?.status ?? 'none'}`)
  }
}

/** The verdict in words, and how many of the top conditions stand where. Drawn as SVG: the policy allows no inline style. */
export function VerdictBanner({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const text = useBannerText()
  const counts = { yes: 0, unknown: 0, no: 0 }
  for (const node of entry.trace.need) counts[node.verdict] += 1
  const total = entry.trace.need.length
  const width = 100 / Math.max(total, 1)
  const tone = entry.verdict === 'yes' && entry.missing.length > 0 ? 'unknown' : entry.verdict
  const ordered = ORDER.flatMap((verdict) => Array.from({ length: counts[verdict] }, () => verdict))
  return (
    <div className={`banner ${tone}`}>
      <VerdictMark kind={entry.verdict} />
      <div>
        <p className="banner-text">{text(entry)}</p>
        {total > 0 && (
          <>
            <svg className="progress" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              {keyed(ordered, (verdict) => verdict).map(({ key, item }, index) => (
                <rect
                  key={key}
                  className={`part ${item}`}
                  x={index * width + 0.3}
                  y="0"
                  width={Math.max(width - 0.6, 0.4)}
                  height="4"
                />
              ))}
            </svg>
            <p className="small">{t('entry.progress', { total, ...counts })}</p>
          </>
        )}
      </div>
    </div>
  )
}
