import '../../../text/area/versions.js'
import type { VersionList } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.js'
import { api } from '../../../ui/api.js'
import { Loading } from '../../../ui/failure.js'
import { localTime } from '../../../ui/local-time.js'
import { PartFailure } from '../../../ui/part-failure.js'
import { ChangeList } from './change-list.js'

const route = getRouteApi('/programmes/$programme/versions')
/** Two texts find no room side by side on a phone. */
const WIDE = '(min-width: 48rem)'
/** Fetched only where texts are compared. */
const TextDiff = lazy(() => import('./text-diff.js').then(({ TextDiff: Loaded }) => ({ default: Loaded })))

interface ComparisonProps {
  readonly programme: string
  readonly versions: VersionList['versions']
  readonly from: number
  readonly to: number
}

function ViewChoice() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <fieldset className="view-choice no-print">
      <legend className="hidden-visually">{t('versions.view')}</legend>
      <div className="choices">
        {([undefined, 'split'] as const).map((view) => (
          <label key={view ?? 'unified'} className={`choice${search.view === view ? ' chosen' : ''}`}>
            <input
              type="radio"
              name="view"
              checked={search.view === view}
              onChange={() => navigate({ search: { ...search, view }, resetScroll: false })}
            />
            {t(`versions.view.${view ?? 'unified'}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What two versions say differently: in the words of the field first, then as their texts. */
export function Comparison({ programme, versions, from, to }: ComparisonProps) {
  const { t, lang } = useText()
  const { view } = route.useSearch()
  const heading = useRef<HTMLHeadingElement>(null)
  const found = useQuery({
    queryKey: ['compare-versions', programme, from, to, lang],
    queryFn: () => api.compareVersions(programme, { from, to, lang }),
  })
  const isThere = found.data !== undefined
  useEffect(() => {
    if (isThere) heading.current?.focus()
  }, [isThere])
  const dateOf = (snapshot: number) => {
    const version = versions.find((one) => one.snapshot === snapshot)
    return version ? localTime(version.since, lang) : String(snapshot)
  }
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <Loading />
  const { before, after, changes, path } = found.data
  return (
    <section className="card stack" id="comparison" aria-labelledby="comparison-title">
      <h2 id="comparison-title" ref={heading} tabIndex={-1}>
        {t('versions.result', { from: dateOf(from), to: dateOf(to) })}
      </h2>
      {changes === null && <p>{t('versions.unread')}</p>}
      {changes?.length === 0 && <p>{t(before.text === after.text ? 'versions.equal' : 'versions.same')}</p>}
      {changes && <ChangeList changes={changes} heading="h3" />}
      {before.text !== after.text && (
        <div className="stack tight">
          <div className="text-head">
            <h3>{t('versions.text')}</h3>
            <ViewChoice />
          </div>
          <p className="muted small">{path}</p>
          <Suspense fallback={<Loading />}>
            <TextDiff
              before={before.text}
              after={after.text}
              split={view === 'split' && window.matchMedia(WIDE).matches}
            />
          </Suspense>
        </div>
      )}
    </section>
  )
}
