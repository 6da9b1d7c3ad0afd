import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify'
import { type AppContext, type ContextOptions, createContext } from './context.js'
import { checkCharacters } from './http/characters.js'
import { clientErrorHandler } from './http/client-error.js'
import { errorHandler, type Report } from './http/error-handler.js'
import { setSecurityHeaders } from './http/headers.js'
import { describeApi } from './http/openapi.js'
import { checkHost, checkOrigin } from './http/origin.js'
import { servePages, WEB_PAGES } from './http/pages.js'
import { apiRoutes } from './routes.js'

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

export type AppOptions = {
  hostNames?: readonly string[]
  /** Folder of the built web app. */
  pages?: string
  report?: Report
}

/** Serves what a context holds; where only parts of one are given, the rest is made up for it. */
export async function buildApp(
  options: AppOptions & (ContextOptions | { context: AppContext }),
): Promise<App> {
  const { hostNames = [], pages = WEB_PAGES, report = reportToTerminal, ...given } = options
  const context = 'context' in given ? given.context : createContext(given)
  const handleError = errorHandler(report)
  const app: App = fastify({
    clientErrorHandler,
    // What fails before there is a route passes no hook.
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply)
      handleError(error, request, reply)
    },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: true } },
    routerOptions: { maxParamLength: 300 },
  })
  app.setErrorHandler(handleError)
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply)
    checkHost(request, hostNames)
    checkOrigin(request)
  })
  app.addHook('preValidation', checkCharacters)
  await describeApi(app, context.version)
  await servePages(app, pages)
  await app.register((api: App) => apiRoutes(api, context), { prefix: '/api/v1' })
  return app
}

function reportToTerminal(error: unknown, reference: string): void {
  console.error(`Error ${reference}:`, error)
}
