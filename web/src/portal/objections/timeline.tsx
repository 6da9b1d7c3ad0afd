import '../../text/area/objection-case.js'
import type { ObjectionDetail } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { keyed } from '../../ui/keyed.js'
import { localTime } from '../../ui/local-time.js'

type Event = ObjectionDetail['events'][number]
const ACTIONS = [
  'raise',
  'take',
  'release',
  'answer',
  'correct-fact',
  'refer-rule',
  'rule-corrected',
  'withdraw',
  'reopen',
] as const

/** What was done, by whom and when, the latest last. */
export function Timeline({ events }: { readonly events: readonly Event[] }) {
  const { t, lang } = useText()
  const { labelOf } = useFactLabels()
  return (
    <section className="card stack" aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="card-title">
        {t('objection.timeline')}
      </h2>
      <ol className="timeline">
        {keyed(events, (event) => event.at).map(({ key, item }) => {
          const action = ACTIONS.find((known) => known === item.action)
          return (
            <li key={key}>
              <p>
                <b>{action ? t(`objection.did.${action}`) : item.action}</b>
                <span className="muted small">
                  {' '}
                  {item.by} · <time dateTime={item.at}>{localTime(item.at, lang)}</time>
                </span>
              </p>
              {item.note && item.action !== 'raise' && <p>{item.note}</p>}
              {item.changed.map((change) => (
                <p key={change.key} className="muted">
                  {t('nearest.change', {
                    fact: labelOf(change.key),
                    from: change.from ?? t('trace.unknown'),
                    to: change.to,
                  })}
                </p>
              ))}
              {item.after && item.action !== 'raise' && (
                <p className="muted small">
                  {t('objection.after', { verdict: t(`verdict.${item.after.verdict}`) })}
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
