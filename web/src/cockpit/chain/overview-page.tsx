import '../../text/area/chain.js'
import type { ChainOverview } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { BureauOnly } from '../bureau-only.js'
import { ChainFinder } from './finder.js'
import './chain.css'

/** The industries at the top, and the way to any product or company. */
export function ChainOverviewPage() {
  return (
    <BureauOnly title="chain.title">
      <Overview />
    </BureauOnly>
  )
}

function Overview() {
  const { t, lang } = useText()
  const query = useQuery({ queryKey: ['chains', lang], queryFn: () => staffApi.chains() })
  return (
    <div className="page stack cockpit chain-page">
      <div>
        <h1>{t('chain.title')}</h1>
        <p className="muted">{t('chain.lead')}</p>
      </div>
      <ChainFinder />
      {query.isError ? <PartFailure query={query} /> : query.data && <Industries overview={query.data} />}
    </div>
  )
}

function Industries({ overview }: { readonly overview: ChainOverview }) {
  const { t } = useText()
  const { industries, totals } = overview
  if (totals.products + totals.industries === 0)
    return (
      <div className="card stack">
        <h2>{t('chain.empty')}</h2>
        <p>{t('chain.empty.next')}</p>
        <div className="actions">
          <Link to="/imports" className="button">
            {t('nav.import')}
          </Link>
        </div>
      </div>
    )
  return (
    <section className="stack" aria-labelledby="chain-industries">
      <div className="item-row">
        <h2 id="chain-industries">{t('chain.industries')}</h2>
        <span className="muted small">{t('chain.totals', { ...totals })}</span>
      </div>
      <ul className="chain-industries">
        {industries.map((industry) => (
          <li key={industry.id}>
            <Link to="/cockpit/chain/$id" params={{ id: industry.id }} className="item">
              <span className="item-body">
                <span className="item-title">{industry.name}</span>
                <span className="muted small">
                  {t('chain.industry.counts', {
                    links: industry.links,
                    held: industry.held,
                    gaps: industry.gaps,
                  })}
                </span>
                <meter
                  className="chain-meter"
                  min={0}
                  max={Math.max(1, industry.links)}
                  value={industry.held}
                  aria-label={t('chain.industry.share', { held: industry.held, links: industry.links })}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
