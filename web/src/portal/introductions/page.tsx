import '../../text/area/demands.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { useSide } from '../demands/use-side.js'
import { IntroductionItems } from './items.js'
import type { IntroductionSearch } from './search.js'

const route = getRouteApi('/introductions')

const FILTERS: readonly { readonly label: MessageKey; readonly state: IntroductionSearch['state'] }[] = [
  { label: 'introductions.open', state: undefined },
  { label: 'introductions.overdue', state: 'overdue' },
  { label: 'introduction.state.signed', state: 'signed' },
  { label: 'demands.all', state: 'all' },
]

function Results({ as }: { readonly as: string | undefined }) {
  const { t } = useText()
  const { state, page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = state === 'all' ? undefined : (state ?? 'open')
  const found = useQuery({
    queryKey: ['introductions', as, wanted, page],
    queryFn: () => api.introductions({ as, state: wanted, page }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <nav className="segments" aria-label={t('demands.filter')}>
        {FILTERS.map((filter) => (
          <Link
            key={filter.label}
            from="/introductions"
            to="."
            search={filter.state ? { state: filter.state } : {}}
            aria-current={filter.state === state ? 'true' : undefined}
            resetScroll={false}
          >
            {t(filter.label)}
          </Link>
        ))}
      </nav>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          <p role="status" className="muted">
            {found.data.total === 0
              ? t('introductions.none')
              : t('introductions.found', { total: found.data.total })}
          </p>
          <IntroductionItems items={found.data.items} />
          <Pager
            page={page}
            pages={Math.ceil(found.data.total / found.data.pageSize)}
            onPage={(next) => navigate({ search: { ...(state ? { state } : {}), page: next } })}
          />
        </>
      )}
    </>
  )
}

/** Introductions of the company that is acted for, or for staff all of them; those due first. */
export function IntroductionsPage() {
  const { t } = useText()
  const { as, staff } = useSide()
  usePageTitle(t('introductions.title'))
  return (
    <div className="page stack plain">
      <Link to="/demands" className="back">
        <Icon name="back" />
        {t('demands.title')}
      </Link>
      <h1>{t('introductions.title')}</h1>
      {staff || as !== undefined ? (
        <Results as={as} />
      ) : (
        <p>
          <Link to="/companies" className="button primary">
            {t('demands.no-company')}
          </Link>
        </p>
      )}
    </div>
  )
}
