import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.js'
import { HttpError } from './error.js'

export const WEB_PAGES = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** Serves the built web app; an address without a file is a page of it, which its own router shows. */
export async function servePages(app: App, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        // The names of these files hold a hash of their content.
        const lasting = path.includes('/assets/')
        response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!built || !asksForPage(request)) throw new HttpError('route.not-found')
    return (reply as FastifyReply).sendFile('index.html')
  })
}

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return !/^\/(api|assets)\//.test(url) && (headers.accept ?? '').includes('text/html')
}
