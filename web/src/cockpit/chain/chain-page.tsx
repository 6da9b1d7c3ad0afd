import '../../text/area/chain.js'
import type { ChainPicture } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { BureauOnly } from '../bureau-only.js'
import { ChainList } from './chain-list.js'
import { LinkPanel } from './link-panel.js'
import { DEPTHS, openBlocks, USUAL_DEPTH, VIEWS } from './search.js'
import './chain.css'
import { kindKey } from './finder.js'

const route = getRouteApi('/cockpit/chain/$id')
// The drawing comes with its library: only whoever looks at the picture fetches it.
const Picture = lazy(async () => ({ default: (await import('./picture.js')).Picture }))

/** One chain, seen from an industry, a product or a company: as a picture, as a list, and its gaps. */
export function ChainPage() {
  return (
    <BureauOnly title="chain.title">
      <Chain />
    </BureauOnly>
  )
}

function Chain() {
  const { t, lang } = useText()
  const { id } = route.useParams()
  const search = route.useSearch()
  const depth = search.depth ?? USUAL_DEPTH
  const view = search.view ?? 'picture'
  const open = view === 'picture' ? openBlocks(search) : []
  const query = useQuery({
    queryKey: ['chain', id, depth, open, lang],
    queryFn: () => staffApi.chainStages(id, { depth, open }),
    placeholderData: keepPreviousData,
  })
  const picture = query.data
  usePageTitle(picture ? picture.focus.name : t('chain.title'))
  return (
    <div className="page stack cockpit chain-page wide">
      <Link to="/cockpit/chain" className="back">
        <Icon name="back" />
        {t('chain.title')}
      </Link>
      {picture && <Heading picture={picture} />}
      <Controls picture={picture} />
      {query.isError && !picture && <PartFailure query={query} />}
      <div className="chain-body">
        {view === 'picture' ? (
          picture && (
            <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
              <Picture picture={picture} />
            </Suspense>
          )
        ) : (
          <ChainList gaps={view === 'gaps'} />
        )}
        {search.link !== undefined && <LinkPanel id={search.link} focus={id} />}
      </div>
    </div>
  )
}

function Heading({ picture }: { readonly picture: ChainPicture }) {
  const { t } = useText()
  const { focus, products, links, stages } = picture
  return (
    <div>
      <h1>{focus.name}</h1>
      <p className="muted">
        {t(kindKey(focus.kind))}
        {t('common.comma')}
        {t('chain.counts', { links, stages: stages.length })}
      </p>
      {products.length > 0 && (
        <p className="muted small">
          {t('chain.company.products', {
            products: products.map(({ name }) => name).join(t('common.comma')),
          })}
        </p>
      )}
    </div>
  )
}

function Controls({ picture }: { readonly picture: ChainPicture | undefined }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="chain-controls">
      <nav className="segments" aria-label={t('chain.view')}>
        {VIEWS.map((view) => (
          <Link
            key={view}
            from="/cockpit/chain/$id"
            to="."
            search={{ ...search, view: view === 'picture' ? undefined : view, page: undefined }}
            aria-current={view === (search.view ?? 'picture') ? 'true' : undefined}
            resetScroll={false}
          >
            {t(`chain.view.${view}`)}
          </Link>
        ))}
      </nav>
      {picture?.within !== true && (
        <label className="chain-depth">
          <span>{t('chain.depth')}</span>
          <select
            className="input"
            value={search.depth ?? USUAL_DEPTH}
            onChange={(event) =>
              navigate({
                search: { ...search, depth: Number(event.target.value), open: undefined, page: undefined },
                resetScroll: false,
              })
            }
          >
            {DEPTHS.map((depth) => (
              <option key={depth} value={depth}>
                {t('chain.depth.steps', { steps: depth })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
