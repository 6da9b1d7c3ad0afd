import { compareIndicator, contradictions, indicatorTable, summarise } from '@kehui/domain/ingest/indicators'
import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { countKept, MOST_KEPT } from '../ingest/store.js'
import { CSV, type TextTable, textCsv, textXlsx, XLSX } from '../text-table/text-table.js'
import { keptFigures } from './kept.js'
import { indicatorNameRoutes } from './routes-names.js'
import { ComparisonQuery, IndicatorComparison, IndicatorOverview } from './schema.js'
import { COMPARED_WIDTHS, comparedLines, INDICATOR_WIDTHS, indicatorLines } from './table.js'
import { comparisonView, contradictionViews } from './view.js'

const FORMS = ['xlsx', 'csv'] as const
type Form = (typeof FORMS)[number]
/** More are not read at once; an indicator has its own with it. */
const MOST_CONTRADICTIONS = 100
const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const { checked } = ComparisonQuery.properties

/** Figures of all reports as indicators by region and period. */
export async function indicatorRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => void requireRole(request, 'clerk', 'service-team'))
  readRoutes(api, context)
  fileRoutes(api, context)
  indicatorNameRoutes(api, context)
}

function readRoutes(api: App, context: AppContext): void {
  api.get(
    '/indicators',
    {
      schema: {
        summary: 'All indicators that reports have figures of, and figures that do not fit each other',
        querystring: Type.Object({ checked }),
        response: { 200: IndicatorOverview },
      },
    },
    async ({ query }) => {
      const kept = await keptFigures(context, query.checked)
      const wrong = contradictions(kept.facts, kept.names)
      const all =
        kept.facts.length < MOST_KEPT
          ? kept.facts.length
          : await countKept(context.pool, kept.region, { checkedOnly: query.checked ?? false })
      return {
        omitted: all - kept.facts.length,
        indicators: summarise(kept.facts, kept.names, wrong).map((one) => ({
          ...one,
          units: [...one.units],
        })),
        contradictions: await contradictionViews(context.pool, kept, wrong.slice(0, MOST_CONTRADICTIONS)),
        contradictionCount: wrong.length,
      }
    },
  )
  api.get(
    '/indicators/comparison',
    {
      schema: {
        summary: 'One indicator across places and periods: values, ranks, growth, and what does not fit',
        querystring: ComparisonQuery,
        response: { 200: IndicatorComparison },
      },
    },
    async ({ query }) => {
      const kept = await keptFigures(context, query.checked)
      const own = compareIndicator(kept.facts, kept.names, query)
      const subjects = new Set(own.subjects)
      const ids = new Set(kept.facts.filter(({ subject }) => subjects.has(subject)).map(({ id }) => id))
      const wrong = contradictions(kept.facts, kept.names).filter(({ facts }) =>
        facts.some((id) => ids.has(id)),
      )
      const told = await contradictionViews(context.pool, kept, wrong.slice(0, MOST_CONTRADICTIONS))
      return { ...comparisonView(own), contradictions: told }
    },
  )
}

function fileRoutes(api: App, context: AppContext): void {
  for (const form of FORMS) {
    const what = form === 'xlsx' ? 'a workbook' : 'CSV'
    api.get(
      `/indicators.${form}`,
      {
        schema: {
          summary: `Every figure of the indicators as ${what}, each with its source`,
          querystring: Type.Object({
            checked,
            q: Type.Optional(
              Type.String({ maxLength: 100, description: 'Part of the name of an indicator' }),
            ),
            lang,
          }),
        },
      },
      async (request, reply) => {
        const { q = '', checked: only } = request.query
        const { facts, names } = await keptFigures(context, only)
        const rows = indicatorTable(facts, names).filter(({ indicator }) => indicator.includes(q.trim()))
        const table = indicatorLines(rows, languageOf(request))
        return send(reply, { form, table, widths: INDICATOR_WIDTHS })
      },
    )
    api.get(
      `/indicators/comparison.${form}`,
      {
        schema: {
          summary: `One indicator across places and periods as ${what}`,
          querystring: Type.Object({
            ...ComparisonQuery.properties,
            place: Type.Optional(
              Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50, description: 'None: all places' }),
            ),
            lang,
          }),
        },
      },
      async (request, reply) => {
        const { facts, names } = await keptFigures(context, request.query.checked)
        const { indicator, places } = compareIndicator(facts, names, request.query)
        const wanted = new Set(request.query.place)
        const shown = places.filter(({ place }) => wanted.size === 0 || wanted.has(place))
        const table = comparedLines(indicator, shown, languageOf(request))
        return send(reply, { form, table, widths: COMPARED_WIDTHS })
      },
    )
  }
}

interface Sheet {
  readonly form: Form
  readonly table: TextTable
  readonly widths: readonly number[]
}

async function send(reply: FastifyReply, { form, table, widths }: Sheet): Promise<FastifyReply> {
  reply.header('content-disposition', `attachment; filename="indicators.${form}"`)
  if (form === 'csv') return reply.type(CSV).send(textCsv(table))
  return reply.type(XLSX).send(await textXlsx(table, widths))
}
