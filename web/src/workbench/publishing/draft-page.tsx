import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { ClerksOnly } from './clerks-only.js'
import { DraftView } from './draft-view.js'
import '../workbench.css'
import './publishing.css'

const route = getRouteApi('/workbench/publishing/$draft')

export function DraftPage() {
  const { t } = useText()
  const { role } = usePreferences()
  usePageTitle(t('publishing.title'))
  return (
    <div className="page stack workbench">
      <Link to="/workbench/publishing" className="back">
        <Icon name="back" />
        {t('publishing.title')}
      </Link>
      {role !== 'clerk' && <h1>{t('publishing.title')}</h1>}
      <ClerksOnly>
        <Draft />
      </ClerksOnly>
    </div>
  )
}

/** What may be done depends on who asks. */
function Draft() {
  const { lang } = useText()
  const { draft: id } = route.useParams()
  const { names } = usePreferences()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['draft', id, lang, names.clerk],
    queryFn: () => staffApi.draft(id, { lang }),
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (found.isPending) return <Loading />
  return <DraftView key={id} draft={found.data} />
}
