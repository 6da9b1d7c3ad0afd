import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { usePageTitle } from '../../ui/page-title.js'
import { setPreferences } from '../../ui/preferences.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Detail } from './detail.js'
import { entryId } from './entry-id.js'
import { BackToList, EntryList } from './entry-list.js'
import { GROUPS, type Group, Hero } from './hero.js'
import { PackageContext, type PackageState } from './package-context.js'
import { QuestionsCard } from './questions-card.js'
import { Toolbar } from './toolbar.js'
import { TotalsCard } from './totals-card.js'
import { TryPanel } from './try-panel.js'
import { useEntryScroll } from './use-entry-scroll.js'
import { usePackageState } from './use-package-state.js'
import './package.css'

const route = getRouteApi('/companies/$company')

function PackageView({ state, company }: { readonly state: PackageState; readonly company: string }) {
  const { t } = useText()
  const { entry: wanted, show } = route.useSearch()
  const navigate = route.useNavigate()
  const { pkg } = state
  const leaveList = useEntryScroll(wanted)
  usePageTitle(t('package.title', { name: pkg.subject.name }))
  const entries = GROUPS.flatMap((group) => pkg[group])
  const chosen = entries.find((entry) => entryId(entry) === wanted) ?? entries[0]
  const showGroup = (group: Group) =>
    navigate({ search: (old) => ({ ...old, show: group, entry: undefined }), resetScroll: false })
  return (
    <PackageContext value={state}>
      <div className={wanted === undefined ? 'showing-list' : 'showing-entry'}>
        <Hero pkg={pkg} onShow={showGroup} tools={<Toolbar company={company} />} />
        <div className="page package-page">
          <TryPanel />
          <div className="package-body">
            <div className="package-side">
              <EntryList pkg={pkg} shown={show} chosen={chosen && entryId(chosen)} onOpen={leaveList} />
              <QuestionsCard />
              <TotalsCard />
            </div>
            {chosen && (
              <div className="package-main">
                <BackToList />
                <Detail key={entryId(chosen)} entry={chosen} />
              </div>
            )}
          </div>
        </div>
      </div>
    </PackageContext>
  )
}

export function PackagePage() {
  const { company } = route.useParams()
  const messageOf = useMessageOf()
  const { state, error, retry } = usePackageState(company)
  useEffect(() => setPreferences({ company }), [company])
  if (state !== null) return <PackageView state={state} company={company} />
  if (error !== null) return <Failure message={messageOf(error)} retry={retry} />
  return <Loading />
}
