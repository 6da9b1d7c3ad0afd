import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Library } from '@kehui/domain/rules'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify'
import type { Pool } from './database/pool.js'
import { errorHandler, type Report } from './http/error-handler.js'
import { setSecurityHeaders } from './http/headers.js'
import { describeApi } from './http/openapi.js'
import { checkHost, checkOrigin } from './http/origin.js'
import { servePages, WEB_PAGES } from './http/pages.js'
import { apiRoutes } from './routes.js'
import { VERSION } from './version.js'

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What the routes work with. */
export type AppContext = {
  pool: Pool
  library: Library
  demo: boolean
  version: string
  /** The date in China, where the programmes are: YYYY-MM-DD. */
  today: () => string
  now: () => Date
}

export type AppOptions = Pick<AppContext, 'pool' | 'library'> &
  Partial<AppContext> & {
    hostNames?: readonly string[]
    /** Folder of the built web app. */
    pages?: string
    report?: Report
  }

export async function buildApp(options: AppOptions): Promise<App> {
  const { hostNames = [], pages = WEB_PAGES, report = reportToTerminal, ...given } = options
  const now = given.now ?? (() => new Date())
  const context: AppContext = { demo: true, version: VERSION, now, today: () => dateInChina(now()), ...given }
  const app: App = fastify({
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: true } },
    routerOptions: { maxParamLength: 300 },
  })
  app.setErrorHandler(errorHandler(report))
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply)
    checkHost(request, hostNames)
    checkOrigin(request)
  })
  await describeApi(app, context.version)
  await servePages(app, pages)
  await app.register((api: App) => apiRoutes(api, context), { prefix: '/api/v1' })
  return app
}

function dateInChina(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}

function reportToTerminal(error: unknown, reference: string): void {
  console.error(`Error ${reference}:`, error)
}
