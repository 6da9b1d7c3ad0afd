import '../../text/area/desk.js'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import '../../portal/package/package.css'
import './desk.css'
import { CallNotes } from './call-notes.js'
import { CompanyDesk } from './company-desk.js'
import { CompanyFinder } from './company-finder.js'

const route = getRouteApi('/workbench/desk')

/** For whoever answers the telephone: find the company, say how things stand, note the call. */
function Desk() {
  const { t } = useText()
  const { company, programme } = route.useSearch()
  const navigate = route.useNavigate()
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

export function DeskPage() {
  return (
    <StaffOnly title="desk.title">
      <Desk />
    </StaffOnly>
  )
}
