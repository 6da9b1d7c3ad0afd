import '../../text/area/indicators.js'
import '../../text/area/reports.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { Alone } from './alone.js'
import { Contradictions } from './contradictions.js'
import { Controls } from './controls.js'
import { Growth } from './growth.js'
import { Picture } from './picture.js'
import { Ranks } from './ranks.js'
import { MOST_PLACES } from './search.js'
import { Values } from './values.js'

const route = getRouteApi('/cockpit/indicators')

/** One indicator across places and periods: as a chart, as a table, its growth and its ranks. */
export function Comparison({ indicator }: { readonly indicator: string }) {
  const { t } = useText()
  const { checked, unit, span } = route.useSearch()
  usePageTitle(indicator)
  const found = useQuery({
    queryKey: ['indicator', indicator, checked, unit, span],
    queryFn: () =>
      staffApi.compareIndicator({
        indicator,
        ...(checked ? { checked } : {}),
        ...(unit === undefined ? {} : { unit }),
        ...(span === undefined ? {} : { span }),
      }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page stack cockpit indicators">
      <Link from="/cockpit/indicators" to="." search={{ checked }} className="back">
        <Icon name="back" />
        {t('indicators.title')}
      </Link>
      <h1>{indicator}</h1>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <Found found={found.data} />}
    </div>
  )
}

function Found({ found }: { readonly found: IndicatorComparison }) {
  const { t } = useText()
  const { checked, place } = route.useSearch()
  const { contradictions, subjects, indicator } = found
  const known = found.places.filter((one) => place?.includes(one.place))
  const chosen = known.length > 0 ? known : found.places.slice(0, MOST_PLACES)
  const others = subjects.filter((one) => one !== indicator)
  return (
    <>
      {others.length > 0 && (
        <p className="muted">
          {t('compare.subjects')}
          {t('common.colon')}
          {others.slice(0, 6).join(t('common.comma'))}{' '}
          <Link to="/cockpit/indicators/names" search={{ q: indicator }}>
            {t('compare.names')}
          </Link>
        </p>
      )}
      {contradictions.length > 0 && (
        <p className="notice warn">
          <a href="#wrong" className="indicator-name">
            {t('compare.wrong.here', { count: contradictions.length })}
          </a>
        </p>
      )}
      <Controls found={found} chosen={chosen} />
      {found.places.length === 0 ? (
        <p className="card">{t(checked ? 'compare.none.checked' : 'compare.missing', { indicator })}</p>
      ) : (
        <>
          <Picture found={found} chosen={chosen} />
          <Values found={found} chosen={chosen} />
          <Growth chosen={chosen} />
          <Ranks found={found} />
        </>
      )}
      <Alone figures={found.alone} />
      <Contradictions id="wrong" found={contradictions} total={contradictions.length} />
    </>
  )
}
