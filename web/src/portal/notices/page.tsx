import '../../text/area/notices.js'
import '../../text/area/companies.js'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { usePageTitle } from '../../ui/page-title.js'
import { FollowList } from './follow-list.js'
import { NoticeList } from './notice-list.js'
import './notices.css'
import { useNoticeScope } from './use-scope.js'

const route = getRouteApi('/notices')

/** Whose notices these are: those of the company that was looked at last. */
function About({ subject }: { readonly subject: string }) {
  const found = useQuery({
    queryKey: ['subject', subject],
    queryFn: () => api.subject(subject),
    retry: false,
  })
  return found.data ? <span className="muted subject-name"> {found.data.name}</span> : null
}

/** What there was to tell, and what is followed. */
export function NoticesPage() {
  const { t } = useText()
  const { all = false, page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const { subject, known } = useNoticeScope()
  usePageTitle(t('notices.title'))
  return (
    <div className="page stack plain">
      <h1 id="notices-title" tabIndex={-1}>
        {t('notices.title')}
        {subject !== undefined && <About subject={subject} />}
      </h1>
      {known ? (
        <>
          <p className="muted">{t('notices.lead')}</p>
          <NoticeList
            subject={subject}
            all={all}
            page={page}
            onShow={(change) => navigate({ search: { all: change.all || undefined, page: change.page } })}
          />
          <FollowList subject={subject} />
        </>
      ) : (
        <div className="card stack">
          <p>{t('notices.no-company')}</p>
          <p>
            <Link to="/companies" className="button primary">
              {t('companies.title')}
            </Link>
          </p>
        </div>
      )}
    </div>
  )
}
