import '../../text/area/publishing.js'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { Attention } from './attention.js'
import { ClerksOnly } from './clerks-only.js'
import { DraftGroups } from './draft-groups.js'
import { StartDraft } from './start-draft.js'
import '../workbench.css'
import './publishing.css'

/** What is being drafted, and what waits for whom. */
export function PublishingPage() {
  const { t } = useText()
  usePageTitle(t('publishing.title'))
  return (
    <div className="page stack workbench">
      <h1>{t('publishing.title')}</h1>
      <p className="muted">{t('publishing.lead')}</p>
      <ClerksOnly>
        <Desk />
      </ClerksOnly>
    </div>
  )
}

function Desk() {
  const { t, lang } = useText()
  const found = useQuery({ queryKey: ['publishing', lang], queryFn: () => staffApi.publishing({ lang }) })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  return (
    <>
      <Attention list={found.data} />
      <div className="publishing-desk">
        <div className="stack">
          <DraftGroups drafts={found.data.drafts} />
        </div>
        <div className="stack">
          <StartDraft />
        </div>
      </div>
    </>
  )
}
