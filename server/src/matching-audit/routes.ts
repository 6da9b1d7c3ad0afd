import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { matchingAudit } from './audit.js'
import { freezeTestSet, rankingComparison, testSets } from './compare.js'
import { auditCsv, auditWorkbook } from './export.js'
import { adoptRanking, rankingView, takeBack } from './ranking.js'
import {
  AdoptRanking,
  AuditQuery,
  FreezeTestSet,
  InLang,
  MatchingAudit,
  RankingComparison,
  RankingView,
  TakeBackRanking,
  TestSetItem,
  TestSetList,
} from './schema.js'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const { lang } = InLang.properties

/** What matches led to, and by which weights they are ranked; for the bureau only. */
export async function matchingAuditRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk')
  })
  api.get(
    '/matching/audit',
    {
      schema: {
        summary: 'Rates of introductions, meetings and contracts with their intervals, and precision',
        querystring: AuditQuery,
        response: { 200: MatchingAudit },
      },
    },
    async (request) => matchingAudit(context, request.query, languageOf(request)),
  )
  fileRoutes(api, context)
  rankingRoutes(api, context)
  testSetRoutes(api, context)
}

function fileRoutes(api: App, context: AppContext): void {
  for (const [end, summary, type, write] of [
    ['xlsx', 'The audit as a workbook', XLSX, auditWorkbook],
    ['csv', 'Its rates by group as CSV', 'text/csv; charset=utf-8', auditCsv],
  ] as const)
    api.get(
      `/matching/audit.${end}`,
      { schema: { summary, querystring: AuditQuery, produces: [type] } },
      async (request, reply) => {
        const asked = languageOf(request)
        const audit = await matchingAudit(context, request.query as AuditQuery, asked)
        const name = encodeURIComponent(
          `${asked === 'zh' ? '对接质量' : 'matching-audit'}-${audit.on}.${end}`,
        )
        return reply
          .type(type)
          .header(
            'content-disposition',
            `attachment; filename="matching-audit.${end}"; filename*=UTF-8''${name}`,
          )
          .send(write(audit, asked))
      },
    )
}

function rankingRoutes(api: App, context: AppContext): void {
  api.get(
    '/matching/weights',
    {
      schema: {
        summary: 'The weights in force, what outcomes say of them, and the history',
        querystring: InLang,
        response: { 200: RankingView },
      },
    },
    async (request) => rankingView(context, languageOf(request)),
  )
  api.post(
    '/matching/weights',
    {
      schema: {
        summary: 'Puts the learned weights in force, under the name of who does so',
        querystring: InLang,
        body: AdoptRanking,
        response: { 201: RankingView },
      },
    },
    async (request, reply) => {
      await adoptRanking(context, request.body, requireName(requireRole(request, 'clerk')))
      return reply.status(201).send(await rankingView(context, languageOf(request)))
    },
  )
  api.post(
    '/matching/weights/:id/take-back',
    {
      schema: {
        summary: 'Takes weights out of force: those before stand again',
        params: Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,17}$' }) }),
        querystring: InLang,
        body: TakeBackRanking,
        response: { 200: RankingView },
      },
    },
    async (request) => {
      await takeBack(context, request.params.id, request.body, requireName(requireRole(request, 'clerk')))
      return rankingView(context, languageOf(request))
    },
  )
}

function testSetRoutes(api: App, context: AppContext): void {
  api.get(
    '/matching/test-sets',
    { schema: { summary: 'Test sets, the latest first', response: { 200: TestSetList } } },
    async () => ({ items: await testSets(context) }),
  )
  api.post(
    '/matching/test-sets',
    {
      schema: {
        summary: 'Freezes what is known today of a third of the needs',
        body: FreezeTestSet,
        response: { 201: TestSetItem },
      },
    },
    async (request, reply) => {
      const actor = requireName(requireRole(request, 'clerk'))
      return reply.status(201).send(await freezeTestSet(context, request.body.title, actor))
    },
  )
  api.get(
    '/matching/test-sets/:id/comparison',
    {
      schema: {
        summary: 'The weights in force on a test set, beside those learned or those of the pack',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object({
          with: Type.Optional(Type.Union([Type.Literal('learned'), Type.Literal('pack')])),
          lang,
        }),
        response: { 200: RankingComparison },
      },
    },
    async (request) =>
      rankingComparison(context, request.params.id, request.query.with ?? 'learned', languageOf(request)),
  )
}
