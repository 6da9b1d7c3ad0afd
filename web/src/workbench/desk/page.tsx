import '../../text/area/desk.js'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { usePageTitle } from '../../ui/page-title.js'
import '../workbench.css'
import '../../portal/package/package.css'
import './desk.css'
import { CallNotes } from './call-notes.js'
import { CompanyDesk } from './company-desk.js'
import { CompanyFinder } from './company-finder.js'

const route = getRouteApi('/workbench/desk')

/** For whoever answers the telephone: find the company, say how things stand, note the call. */
export function DeskPage() {
  const { t } = useText()
  const { company, programme } = route.useSearch()
  const navigate = route.useNavigate()
  usePageTitle(t('desk.title'))
  return (
    <div className="page stack workbench desk">
      <h1>{t('desk.title')}</h1>
      {company === undefined ? (
        <>
          <p className="muted">{t('desk.lead')}</p>
          <CompanyFinder onChoose={(id) => navigate({ search: { company: id } })} />
          <CallNotes owed title="desk.owed" none="desk.owed.none" />
          <CallNotes title="desk.recent" none="desk.recent.none" />
        </>
      ) : (
        <CompanyDesk
          key={company}
          company={company}
          programme={programme}
          onProgramme={(id) => navigate({ search: { company, programme: id }, resetScroll: false })}
          onOther={() => navigate({ search: {} })}
        />
      )}
    </div>
  )
}
