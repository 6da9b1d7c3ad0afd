import '../../text/area/reports.js'
import { getRouteApi } from '@tanstack/react-router'
import { BureauOnly } from '../bureau-only.js'
import { Comparison } from './comparison.js'
import './indicators.css'
import { Overview } from './overview.js'

const route = getRouteApi('/cockpit/indicators')

/** Figures of reports as indicators: all of them, or one across places and periods. */
export function IndicatorsPage() {
  return (
    <BureauOnly title="indicators.title">
      <Page />
    </BureauOnly>
  )
}

function Page() {
  const { indicator } = route.useSearch()
  return indicator === undefined ? <Overview /> : <Comparison key={indicator} indicator={indicator} />
}
