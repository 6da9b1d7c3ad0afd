import { wordsFor } from '@kehui/domain/packs/writing'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { CSV, XLSX } from '../text-table/text-table.js'
import {
  SandboxAnswer,
  SandboxAsk,
  SandboxCheck,
  SandboxFileAsk,
  SandboxSettled,
  SandboxStart,
  SandboxWords,
} from './schema.js'
import { type SandboxService, sandboxService } from './service.js'
import { startOf } from './start.js'

const Lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const InLang = Type.Object(Lang)
/** Two programmes of the greatest length, in characters of three bytes. */
const BODY_LIMIT = 16_000_000

/** Programmes are tried before they are drafts: nothing here is kept. For clerks, as drafts are. */
export async function sandboxRoutes(api: App, context: AppContext): Promise<void> {
  const sandbox = sandboxService(context)
  api.addHook('onClose', () => sandbox.stop())
  startRoutes(api, context, sandbox)
  tryRoutes(api, context, sandbox)
}

function startRoutes(api: App, context: AppContext, sandbox: SandboxService): void {
  api.get(
    '/sandbox/programmes/:programme',
    {
      schema: {
        summary: 'What the policy sandbox begins with: the text in force and drafts of the same programme',
        params: Type.Object({ programme: Type.String({ maxLength: 200 }) }),
        querystring: InLang,
        response: { 200: SandboxStart },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      const start = await startOf(context, request.params.programme, languageOf(request))
      await sandbox.refresh()
      return start
    },
  )
  api.get(
    '/sandbox/words',
    {
      schema: {
        summary: 'The words that programmes of a pack may use: facts, units, functions, with what they mean',
        querystring: Type.Object({ ...Lang, pack: Type.String({ maxLength: 100 }) }),
        response: { 200: SandboxWords },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      const { pack } = request.query
      if (!context.library.packs.has(pack)) throw new HttpError('pack.not-found', { packs: [pack] })
      return wordsFor(context.library, pack, languageOf(request))
    },
  )
}

function tryRoutes(api: App, context: AppContext, sandbox: SandboxService): void {
  const known = ({ pack }: SandboxAsk) => {
    if (!context.library.packs.has(pack)) throw new HttpError('pack.not-found', { packs: [pack] })
  }
  api.post(
    '/sandbox/try',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'What a text would do to the whole region, against the version in force or another text',
        querystring: InLang,
        body: SandboxAsk,
        response: { 200: SandboxAnswer },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      known(request.body)
      const asker = `${request.headers['x-kehui-name'] ?? request.ip} ${request.body.programme}`
      const isGone = () => request.raw.socket?.destroyed === true
      return sandbox.answer(request.body, languageOf(request), { asker, isGone })
    },
  )
  api.post(
    '/sandbox/settled',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'What it and programmes that exclude or cap it come to, once they are settled',
        querystring: InLang,
        body: SandboxAsk,
        response: { 200: SandboxSettled },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      known(request.body)
      return sandbox.settled(request.body, languageOf(request))
    },
  )
  api.post(
    '/sandbox/check',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Checks a text without keeping it: errors, examples, thresholds',
        querystring: InLang,
        body: SandboxAsk,
        response: { 200: SandboxCheck },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      known(request.body)
      return sandbox.check(request.body, languageOf(request))
    },
  )
  api.post(
    '/sandbox/file',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'All who gain and lose, the groups, or the conditions, as a table (XLSX or CSV)',
        querystring: InLang,
        body: SandboxFileAsk,
        response: { 200: Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      requireRole(request, 'clerk')
      known(request.body)
      const { format } = request.body
      const body = await sandbox.file(request.body, languageOf(request))
      return reply
        .type(format === 'xlsx' ? XLSX : CSV)
        .header('content-disposition', `attachment; filename="sandbox.${format}"`)
        .send(Buffer.from(body))
    },
  )
}
