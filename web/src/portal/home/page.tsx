import '../../text/area/home.js'
import '../../text/area/companies.js'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { usePreferences } from '../../ui/preferences.js'
import { SearchForm } from '../../ui/search-form.js'
import { ClosingSoon } from './closing-soon.js'

const POINTS = ['answer', 'exact', 'ask'] as const

/** Regions whose programmes are loaded, each leading into the library. */
function Regions() {
  const { t, lang } = useText()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  if (!regions.data) return <div className="regions-space" />
  return (
    <ul className="regions">
      {regions.data.map((region) => (
        <li key={region.id}>
          <Link to="/programmes" search={{ region: region.id }} className="item">
            <span className="item-title">{region.title}</span>
            <span className="muted small">{t('regions.count', { count: region.programmes })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Back to the company that was looked at last; nothing where it is gone. */
function LastCompany({ company }: { readonly company: string }) {
  const { t } = useText()
  const subject = useQuery({
    queryKey: ['subject', company],
    queryFn: () => api.subject(company),
    retry: false,
  })
  if (!subject.data) return null
  return (
    <Link to="/companies/$company" params={{ company }} className="button">
      <Icon name="gift" />
      {t('home.last', { name: subject.data.name })}
    </Link>
  )
}

export function HomePage() {
  const { t } = useText()
  const { company } = usePreferences()
  const navigate = useNavigate()
  usePageTitle(t('nav.home'))
  return (
    <>
      <div className="hero">
        <div className="page intro">
          <h1>{t('home.title')}</h1>
          <p className="soft">{t('home.lead')}</p>
          <div className="card start">
            <SearchForm
              label={t('companies.query')}
              query=""
              onSearch={(query) => navigate({ to: '/companies', search: query === '' ? {} : { q: query } })}
            />
            <p className="actions">
              <Link to="/companies/new" className="button">
                <Icon name="plus" />
                {t('companies.new')}
              </Link>
              {company && <LastCompany company={company} />}
            </p>
          </div>
          <ClosingSoon />
        </div>
      </div>
      <section className="page stack points" aria-labelledby="how">
        <h2 id="how">{t('home.how')}</h2>
        <ul>
          {POINTS.map((point) => (
            <li key={point} className="card">
              <h3>{t(`home.how.${point}`)}</h3>
              <p className="muted">{t(`home.how.${point}.text`)}</p>
            </li>
          ))}
        </ul>
        <h2>{t('home.regions')}</h2>
        <Regions />
      </section>
    </>
  )
}
