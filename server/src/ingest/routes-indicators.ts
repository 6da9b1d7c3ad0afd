import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { CSV, textCsv, textXlsx, XLSX } from '../text-table/text-table.js'
import { INDICATOR_WIDTHS, indicatorTable } from './indicator-table.js'
import { IndicatorTable, NameIndicator } from './schema.js'
import { indicatorNames, keptFacts, nameIndicator } from './store.js'
import { indicatorView } from './view.js'

const checked = Type.Optional(
  Type.Boolean({ description: 'Only figures that a person accepted or corrected' }),
)

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
        querystring: Type.Object({ checked }),
        response: { 200: IndicatorTable },
      },
    },
    async (request) => {
      const region = await regionOf(pool)
      const facts = await keptFacts(pool, region, request.query.checked ?? false)
      return indicatorView(facts, await indicatorNames(pool, region))
    },
  )
  for (const form of ['xlsx', 'csv'] as const)
    api.get(
      `/indicators.${form}`,
      {
        schema: {
          summary: `Every figure of the indicators as ${form === 'xlsx' ? 'a workbook' : 'CSV'}, each with its source`,
          querystring: Type.Object({
            checked,
            q: Type.Optional(
              Type.String({ maxLength: 100, description: 'Part of the name of an indicator' }),
            ),
            lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
          }),
        },
      },
      async (request, reply) => {
        const region = await regionOf(pool)
        const { q = '' } = request.query
        const facts = await keptFacts(pool, region, request.query.checked ?? false)
        const { rows } = indicatorView(facts, await indicatorNames(pool, region))
        const table = indicatorTable(
          rows.filter(({ indicator }) => indicator.includes(q.trim())),
          languageOf(request),
        )
        reply.header('content-disposition', `attachment; filename="indicators.${form}"`)
        if (form === 'csv') return reply.type(CSV).send(textCsv(table))
        return reply.type(XLSX).send(await textXlsx(table, INDICATOR_WIDTHS))
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
