import '../../../text/area/versions.js'
import type { VersionList } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../../text/use-text.js'
import { api } from '../../../ui/api.js'
import { Failure, Loading } from '../../../ui/failure.js'
import { Icon } from '../../../ui/icon.js'
import { localTime } from '../../../ui/local-time.js'
import { usePageTitle } from '../../../ui/page-title.js'
import { useMessageOf } from '../../../ui/use-message-of.js'
import { ChangeList } from './change-list.js'
import { CompareForm } from './compare-form.js'
import { Comparison } from './comparison.js'
import './versions.css'

const route = getRouteApi('/programmes/$programme/versions')
type Version = VersionList['versions'][number]

function Origin({ version }: { readonly version: Version }) {
  const { t } = useText()
  const { origin, by, note } = version
  return (
    <p className="muted small">
      {origin === 'web' ? t('versions.from.web', { name: by ?? '' }) : t('versions.from.file')}
      {note && ` · ${t('versions.note', { note })}`}
    </p>
  )
}

interface VersionEntryProps {
  readonly version: Version
  /** The version that was in force before; undefined for the first. */
  readonly before: Version | undefined
}

function VersionEntry({ version, before }: VersionEntryProps) {
  const { t, lang } = useText()
  const search = route.useSearch()
  return (
    <li className="version">
      <h3 className="number">
        {localTime(version.since, lang)}{' '}
        {version.current && <span className="tag yes">{t('versions.current')}</span>}
        {version.version === null && <span className="tag moot">{t('versions.gone')}</span>}
        {before === undefined && <span className="tag">{t('versions.first')}</span>}
      </h3>
      <Origin version={version} />
      {version.changes !== null &&
        (version.changes.length === 0 ? (
          <p>{t('versions.same')}</p>
        ) : (
          <ChangeList changes={version.changes} heading="h4" />
        ))}
      {version.changes === null && before && version.version !== null && <p>{t('versions.unread')}</p>}
      {before && version.version !== null && (
        <p className="no-print">
          <Link
            from="/programmes/$programme/versions"
            to="/programmes/$programme/versions"
            search={{ ...search, from: before.snapshot, to: version.snapshot }}
            hash="comparison"
          >
            {t('versions.with-previous')}
          </Link>
        </p>
      )}
    </li>
  )
}

export function VersionsPage() {
  const { t, lang } = useText()
  const { programme } = route.useParams()
  const { from, to } = route.useSearch()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['programme-versions', programme, lang],
    queryFn: () => api.programmeVersions(programme, { lang }),
  })
  usePageTitle(t('versions.title'))
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (found.isPending) return <Loading />
  const { title, versions } = found.data
  const texts = versions.filter(({ version }) => version !== null)
  return (
    <div className="page stack plain">
      <Link to="/programmes/$programme" params={{ programme }} className="back">
        <Icon name="back" />
        {title}
      </Link>
      <h1>{t('versions.of', { title })}</h1>
      <p className="muted">{versions.length === 0 ? t('versions.none') : t('versions.lead')}</p>
      {texts.length > 1 && <CompareForm versions={texts} />}
      {from !== undefined && to !== undefined && (
        <Comparison programme={programme} versions={texts} from={from} to={to} />
      )}
      {versions.length > 0 && (
        <section className="card stack tight">
          <h2>{t('versions.title')}</h2>
          <ol>
            {versions.map((version, i) => (
              <VersionEntry key={version.snapshot} version={version} before={versions[i + 1]} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
