import '../../text/area/resources.js'
import type { ResourceDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Fields } from './fields.js'
import { Needs } from './needs.js'
import { Relations } from './relations.js'
import './resources.css'

const route = getRouteApi('/resources/$resource')
/** Kinds that have a policy package and a portrait. */
const WITH_PACKAGE: readonly string[] = ['enterprise']
/** Kinds that stand in the industry chain. */
const IN_CHAIN: readonly string[] = ['enterprise', 'product', 'industry']

/** One resource of any kind: what is known of it and who says so, what it is to others, and how whole it is. */
export function ResourcePage() {
  const { resource: id } = route.useParams()
  const { lang } = useText()
  const messageOf = useMessageOf()
  const found = useQuery({ queryKey: ['resource', id, lang], queryFn: () => api.resource(id) })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  return found.data ? <View resource={found.data} /> : <Loading />
}

function View({ resource }: { readonly resource: ResourceDetail }) {
  const { t } = useText()
  usePageTitle(resource.name)
  return (
    <div className="page stack">
      <header className="stack tight">
        <h1>{resource.name}</h1>
        <p className="tags">
          <span className="tag">{resource.kindLabel}</span>
          {resource.sample && <span className="tag">{t('common.sample')}</span>}
          {resource.place !== null && <span className="muted">{resource.place}</span>}
          {resource.code !== null && <span className="muted number">{resource.code}</span>}
        </p>
        <nav className="actions" aria-label={t('resources.leads')}>
          {WITH_PACKAGE.includes(resource.kind) && (
            <>
              <Link to="/companies/$company" params={{ company: resource.id }} className="button">
                {t('resources.package')}
              </Link>
              <Link to="/companies/$company/portrait" params={{ company: resource.id }} className="button">
                {t('resources.portrait')}
              </Link>
            </>
          )}
          {IN_CHAIN.includes(resource.kind) && (
            <Link to="/cockpit/chain/$id" params={{ id: resource.id }} className="button">
              {t('resources.chain')}
            </Link>
          )}
        </nav>
      </header>
      <Quality resource={resource} />
      <Fields fields={resource.fields} />
      <Relations id={resource.id} />
      <Needs id={resource.id} kind={resource.kind} />
    </div>
  )
}

function Quality({ resource: { quality } }: { readonly resource: ResourceDetail }) {
  const { t, lang } = useText()
  const and = lang === 'zh' ? '、' : ', '
  return (
    <section className="card stack tight" aria-labelledby="quality-title">
      <h2 id="quality-title" className="card-title">
        {t('resources.quality', { score: quality.score })}
      </h2>
      <meter
        className="resource-meter"
        min={0}
        max={100}
        value={quality.score}
        aria-labelledby="quality-title"
      />
      <p className="muted small">
        {t('resources.completeness', { percent: quality.completeness })} ·{' '}
        {t(quality.fresh ? 'resources.fresh' : 'resources.stale')}
      </p>
      {quality.missing.length > 0 && (
        <p>
          <span className="muted">{t('resources.missing')}</span>{' '}
          {quality.missing
            .slice(0, 6)
            .map(({ label, adds }) => t('resources.missing.one', { label, adds }))
            .join(and)}
        </p>
      )}
      {quality.differing.length > 0 && (
        <p className="notice">{t('resources.differing', { fields: quality.differing.join(and) })}</p>
      )}
    </section>
  )
}
