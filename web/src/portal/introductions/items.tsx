import '../../text/area/demands.js'
import type { IntroductionItem } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'

const TONE: Readonly<Record<IntroductionItem['state'], string>> = {
  proposed: 'unknown',
  agreed: 'unknown',
  scheduled: 'unknown',
  met: 'unknown',
  signed: 'yes',
  closed: 'moot',
  declined: 'moot',
  lapsed: 'moot',
  withdrawn: 'moot',
}

/** How an introduction stands, whom it waits for, and until when. */
export function IntroductionState({ item }: { readonly item: IntroductionItem }) {
  const { t, lang } = useText()
  const { state, waitsFor, dueOn, overdue } = item
  return (
    <>
      <span className={`tag ${overdue ? 'no' : TONE[state]}`}>{t(`introduction.state.${state}`)}</span>
      {waitsFor.length > 0 && (
        <span className={`small ${overdue ? 'tone-no' : 'muted'}`}>
          {' '}
          {t('introduction.waits', {
            who: waitsFor.map((one) => t(`introduction.party.${one}`)).join(lang === 'zh' ? '、' : ', '),
          })}{' '}
          {dueOn !== null && t(overdue ? 'introduction.was-due' : 'introduction.due', { date: dueOn })}
        </span>
      )}
    </>
  )
}

export function IntroductionItems({ items }: { readonly items: readonly IntroductionItem[] }) {
  const { t } = useText()
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/introductions/$introduction" params={{ introduction: item.id }} className="item">
            <span className="item-body">
              <span className="item-row">
                <span className="item-title">{item.demand.title}</span>
                <span>
                  <IntroductionState item={item} />
                </span>
              </span>
              <span className="muted small">
                {item.seeker?.name ?? t('introduction.hidden')} →{' '}
                {item.provider?.name ?? t('introduction.hidden')}
              </span>
              {item.reasons[0] && <span className="clamped">{item.reasons[0]}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
