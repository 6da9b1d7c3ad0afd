import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { regionOf } from '../registry/store-region.js'
import { IndicatorTable, NameIndicator } from './schema.js'
import { indicatorNames, keptFacts, nameIndicator } from './store.js'
import { indicatorView } from './view.js'

/** Figures of all reports as indicators by region and period. */
export async function indicatorRoutes(
  api: App,
  { pool }: AppContext,
  keyOf: (subject: string) => string,
): Promise<void> {
  api.get(
    '/indicators',
    {
      schema: {
        summary: 'Indicators by region and period, and figures that do not fit each other',
        querystring: Type.Object({
          checked: Type.Optional(
            Type.Boolean({ description: 'Only figures that a person accepted or corrected' }),
          ),
        }),
        response: { 200: IndicatorTable },
      },
    },
    async (request) => {
      const region = await regionOf(pool)
      const facts = await keptFacts(pool, region, request.query.checked ?? false)
      return indicatorView(facts, await indicatorNames(pool, region))
    },
  )
  api.put(
    '/indicators/names',
    {
      schema: {
        summary: 'Says which indicator a subject of reports means; remembered for every report',
        body: NameIndicator,
        response: { 200: NameIndicator },
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, 'clerk', 'service-team'))
      const { subject, indicator } = request.body
      const named = { subject: keyOf(subject), indicator: keyOf(indicator), byName: name }
      await nameIndicator(pool, await regionOf(pool), named)
      return { subject: named.subject, indicator: named.indicator }
    },
  )
}
