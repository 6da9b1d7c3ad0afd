import Type from 'typebox'
import type { App } from '../app.js'
import { writeWorkbook } from '../assessments/workbook/write-workbook.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { fileNameOf } from '../imports/file-name.js'
import { LIMITS } from '../imports/limits.js'
import { regionOf } from '../registry/store-region.js'
import { createFromRegistry } from './act.js'
import { roundFile, roundJson, roundSheets } from './export.js'
import { actionRoutes } from './routes-actions.js'
import {
  AloneQuery,
  AloneRows,
  BlockingRows,
  ChangeRows,
  FileQuery,
  FoundMembers,
  Kind,
  Lang,
  MemberQuery,
  NewRegistryRound,
  PageQuery,
  PairRows,
  PairsQuery,
  RoundList,
  RoundPreview,
  RoundView,
} from './schema.js'
import { endAssignmentThreads } from './start.js'
import { aloneOf, blockingOf, changesOf, pairsOf } from './store-answers.js'
import { searchMembers } from './store-problem.js'
import { type FileTaken, takeFile } from './take-file.js'
import { templateFile } from './template.js'
import { roundOr404, roundsView, roundView } from './view.js'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const InLang = Type.Object({ lang: Lang })
const FileName = Type.Object({
  'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
})

/** Two sides brought together: commissioners and villages, experts and companies, mentors and start-ups. */
export async function assignmentRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => void requireRole(request, 'clerk', 'service-team'))
  api.addHook('onClose', () => endAssignmentThreads())
  api.addContentTypeParser(
    ['application/octet-stream', 'text/csv', XLSX],
    { parseAs: 'buffer', bodyLimit: LIMITS.bytes },
    (_request, body, done) => done(null, body),
  )
  listRoutes(api, context)
  fileRoutes(api, context)
  answerRoutes(api, context)
  exportRoutes(api, context)
  actionRoutes(api, context)
}

function listRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/assignment-rounds',
    {
      schema: {
        summary: 'Rounds of assignment, the latest first',
        querystring: InLang,
        response: { 200: RoundList },
      },
    },
    async (request) => ({ items: await roundsView(context, await regionOf(pool), languageOf(request)) }),
  )
  api.get(
    '/assignment-rounds/:id',
    {
      schema: {
        summary: 'A round: how it stands, what its answer came to, what people changed, what happened to it',
        params: Id,
        querystring: InLang,
        response: { 200: RoundView },
      },
    },
    async (request) => roundView(context, await regionOf(pool), request.params.id, languageOf(request)),
  )
  api.post(
    '/assignment-rounds',
    {
      schema: {
        summary: 'A new round whose sides come from the registry, with scores of matching; computed next',
        querystring: InLang,
        body: NewRegistryRound,
        response: { 201: RoundView },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, 'clerk', 'service-team'))
      const region = await regionOf(pool)
      const id = await createFromRegistry(context, region, request.body, name)
      return reply.status(201).send(await roundView(context, region, id, languageOf(request)))
    },
  )
}

function fileRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/assignment-rounds/template.xlsx',
    {
      schema: {
        summary: 'A workbook to fill in',
        querystring: Type.Object({ kind: Kind, lang: Lang }),
        produces: [XLSX],
      },
    },
    async (request, reply) => {
      const { kind } = request.query as { kind: Kind }
      return reply
        .type(XLSX)
        .header('content-disposition', 'attachment; filename="assignment-template.xlsx"')
        .send(await templateFile(kind, languageOf(request)))
    },
  )
  api.post(
    '/assignment-rounds/preview',
    {
      bodyLimit: LIMITS.bytes,
      schema: {
        summary: 'What a file (.xlsx, .csv, .json) says, and what of it cannot be used; nothing is written',
        querystring: FileQuery,
        headers: FileName,
        response: { 200: RoundPreview },
      },
    },
    async (request) => {
      const taken = await take(context, request, 'preview', '')
      if (typeof taken === 'string') throw new Error('a preview is asked for')
      return taken
    },
  )
  api.post(
    '/assignment-rounds/file',
    {
      bodyLimit: LIMITS.bytes,
      schema: {
        summary: 'A new round from a file (.xlsx, .csv, .json); refused whole where a row cannot be used',
        querystring: FileQuery,
        headers: FileName,
        response: { 201: RoundView },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, 'clerk', 'service-team'))
      const id = await take(context, request, 'create', name)
      if (typeof id !== 'string') throw new Error('a round is asked for')
      const region = await regionOf(pool)
      return reply.status(201).send(await roundView(context, region, id, languageOf(request)))
    },
  )
}

interface FileRequest {
  readonly body: unknown
  readonly query: FileQuery
  readonly headers: { readonly 'x-file-name'?: string }
}

async function take(
  { pool }: AppContext,
  request: FileRequest & Parameters<typeof languageOf>[0],
  what: 'preview' | 'create',
  byName: string,
): Promise<FileTaken> {
  return takeFile(pool, {
    what,
    bytes: bytesOf(request.body),
    query: request.query,
    fileName: fileNameOf(request.headers['x-file-name']),
    byName,
    region: await regionOf(pool),
    lang: languageOf(request),
  })
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new HttpError('imports.empty')
  return body
}

const ROWS = 100

function answerRoutes(api: App, context: AppContext): void {
  const { pool } = context
  const keyOf = async (id: string) => {
    const region = await regionOf(pool)
    return { region, round: id, run: (await roundOr404(context, region, id)).run }
  }
  api.get(
    '/assignment-rounds/:id/pairs',
    {
      schema: {
        summary: 'Who was brought together with whom, filtered and in order',
        params: Id,
        querystring: PairsQuery,
        response: { 200: PairRows },
      },
    },
    async ({ params, query }) =>
      pairsOf(pool, await keyOf(params.id), { ...query, limit: query.limit ?? ROWS }),
  )
  api.get(
    '/assignment-rounds/:id/blocking',
    {
      schema: {
        summary: 'Who would both rather have each other, and whom each would give up; the first thousand',
        params: Id,
        querystring: PageQuery,
        response: { 200: BlockingRows },
      },
    },
    async ({ params, query }) => blockingOf(pool, await keyOf(params.id), query),
  )
  api.get(
    '/assignment-rounds/:id/alone',
    {
      schema: {
        summary: 'Who was brought together with nobody, and why',
        params: Id,
        querystring: AloneQuery,
        response: { 200: AloneRows },
      },
    },
    async ({ params, query }) => aloneOf(pool, await keyOf(params.id), query),
  )
  api.get(
    '/assignment-rounds/:id/changes',
    {
      schema: {
        summary: 'Who is together otherwise than before, and why',
        params: Id,
        querystring: PageQuery,
        response: { 200: ChangeRows },
      },
    },
    async ({ params, query }) => changesOf(pool, await keyOf(params.id), query),
  )
  api.get(
    '/assignment-rounds/:id/members',
    {
      schema: {
        summary: 'Members of one side by a piece of the name or code',
        params: Id,
        querystring: MemberQuery,
        response: { 200: FoundMembers },
      },
    },
    async ({ params: { id }, query }) => {
      const { region } = await keyOf(id)
      return searchMembers(pool, region, id, { side: query.side, q: query.q.trim() })
    },
  )
}

function exportRoutes(api: App, context: AppContext): void {
  for (const [end, type, summary] of [
    ['xlsx', XLSX, 'The round as a workbook'],
    ['json', 'application/json; charset=utf-8', 'The round as data, in the form that kehui assign prints'],
  ] as const)
    api.get(
      `/assignment-rounds/:id/round.${end}`,
      { schema: { summary, params: Id, querystring: InLang, produces: [type] } },
      async (request, reply) => {
        const lang = languageOf(request)
        const { id } = request.params as { id: string }
        const file = await roundFile(context, await regionOf(context.pool), id, lang)
        const name = encodeURIComponent(`${file.view.title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')}.${end}`)
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="assignment.${end}"; filename*=UTF-8''${name}`)
          .send(
            end === 'xlsx'
              ? writeWorkbook(roundSheets(file, lang))
              : JSON.stringify(roundJson(file), null, 2),
          )
      },
    )
}
