import '../../text/area/companies.js'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { SearchForm } from '../../ui/search-form.js'
import { CompanyResults } from './search.js'

const route = getRouteApi('/companies')

export function CompaniesPage() {
  const { t } = useText()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  usePageTitle(t('companies.title'))
  return (
    <div className="page stack plain">
      <h1>{t('companies.title')}</h1>
      <p className="muted">{t('companies.lead')}</p>
      <SearchForm
        label={t('companies.query')}
        key={q}
        query={q}
        onSearch={(query) => navigate({ search: { q: query === '' ? undefined : query } })}
      />
      <p>
        <Link to="/companies/new" className="button">
          <Icon name="plus" />
          {t('companies.new')}
        </Link>
      </p>
      <CompanyResults key={`results of ${q}`} query={q} />
    </div>
  )
}
