import type { Package } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { Money } from './money.js'

export const GROUPS = ['can', 'later', 'needs', 'not'] as const
export type Group = (typeof GROUPS)[number]
export const MARK_OF = { can: 'yes', later: 'yes', needs: 'unknown', not: 'no' } as const

/** The answer first: how many now, how much for certain, how much possibly. */
function Figure({
  group,
  pkg,
  onShow,
}: {
  readonly group: Group
  readonly pkg: Package
  readonly onShow: () => void
}) {
  const { t } = useText()
  const { certain, possible } = pkg.totals.cash
  const amount = group === 'can' ? certain : group === 'needs' ? possible : null
  const shown = amount !== null && amount.max !== '0'
  return (
    <li>
      <button type="button" className="stat" onClick={onShow}>
        <span className="stat-name">
          <VerdictMark kind={MARK_OF[group]} />
          {t(`package.${group}`)}
        </span>
        <span className="stat-count">
          <b className={`number tone-${MARK_OF[group]}`}>{pkg[group].length}</b>
          {t('unit.items')}
        </span>
        <span className="stat-text">
          {shown && (group === 'can' || group === 'needs') ? (
            <>
              {t(`package.${group}.cash`)} <Money amount={amount} max={group === 'needs'} />
            </>
          ) : (
            t(`package.${group}.text`)
          )}
        </span>
      </button>
    </li>
  )
}

export function useHeadline(): (pkg: Package) => string {
  const { t } = useText()
  return (pkg) => {
    const { can, later, needs } = pkg
    const total = GROUPS.reduce((sum, group) => sum + pkg[group].length, 0)
    if (total === 0) return t('package.headline.empty')
    if (can.length === 0 && later.length > 0)
      return t('package.headline.later', { later: later.length, needs: needs.length })
    if (can.length === 0) return t('package.headline.none', { needs: needs.length })
    return t('package.headline', { total, can: can.length })
  }
}

interface HeroProps {
  readonly pkg: Package
  readonly onShow: (group: Group) => void
  readonly tools: ReactNode
}

export function Hero({ pkg, onShow, tools }: HeroProps) {
  const { t } = useText()
  const headline = useHeadline()
  return (
    <div className="hero package-hero">
      <div className="page">
        <p className="who">
          <span>{pkg.subject.name}</span>
          {pkg.subject.sample && <span className="tag">{t('common.sample')}</span>}
          <Link to="/companies" className="no-print">
            {t('package.change')}
          </Link>
        </p>
        <h1>{headline(pkg)}</h1>
        <ul className="stats">
          {GROUPS.map((group) => (
            <Figure key={group} group={group} pkg={pkg} onShow={() => onShow(group)} />
          ))}
        </ul>
        <div className="below-stats">
          <p className="small soft">
            {t('package.computed', { on: pkg.on })}{' '}
            <Link to="/help" hash="amounts">
              {t('package.how')}
            </Link>
          </p>
          {tools}
        </div>
      </div>
    </div>
  )
}
