import { Readable } from 'node:stream'
import { buildApp } from './app.js'
import { type Client, createClient } from './client/client.js'
import { ApiError } from './client/error.js'
import type { Config } from './config.js'
import { addressOf } from './instance.js'
import { openContext, type Undo } from './run.js'
import { StartupError } from './startup-error.js'

/** A server, and how it is asked: over the network, or without it where it is opened for the moment. */
export interface Reached {
  readonly address: string
  readonly fetch: typeof fetch
}

interface Reaching {
  /** The server to ask, whatever runs here. */
  readonly address?: string | undefined
  /** Lines about what is opened first. */
  readonly told: (line: string) => void
}

/**
 * Does something with a server: the one at an address, else the one that runs on the data folder, else one that is
 * opened on it for the moment and closed after.
 */
export async function withServer<T>(
  config: Config,
  { address, told }: Reaching,
  work: (server: Reached) => Promise<T>,
): Promise<T> {
  const given = address?.replace(/\/+$/, '') ?? addressOf(config.dataFolder)
  if (given !== null) return work({ address: given, fetch })
  const undoing: Undo[] = []
  try {
    const { context } = await openContext(config, told, (step) => undoing.push(step))
    const app = await buildApp({ context })
    undoing.push(() => app.close())
    return await work({ address: LOCAL, fetch: fetchOf(app) })
  } finally {
    for (const step of undoing.toReversed()) await step(false)
  }
}

const LOCAL = 'http://localhost'

/** Requests that never leave the process; bodies may be streams. */
function fetchOf(app: Awaited<ReturnType<typeof buildApp>>): typeof fetch {
  return async (url, init = {}) => {
    const { method, headers, body } = init
    const answer = await app.inject({
      method: (method ?? 'GET') as 'GET',
      url: String(url).slice(LOCAL.length),
      headers: { ...(headers as Record<string, string>), host: 'localhost' },
      ...(typeof body === 'string' ? { payload: body } : {}),
      ...(body instanceof ReadableStream ? { payload: Readable.fromWeb(body as never) } : {}),
    })
    const type = String(answer.headers['content-type'] ?? '')
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': type },
    })
  }
}

export interface Asking {
  /** The id of the region's pack. */
  readonly region: string
  readonly lang: 'zh' | 'en'
  /** Who acts, where that has to be said. */
  readonly name?: string | undefined
  readonly told: (line: string) => void
}

/** What is wrong and what to do, for whoever asked from a terminal. */
export class AskRefused extends Error {}

/** The same by a client, on behalf of a clerk, of a server that has this region. */
export async function withClient<T>(
  config: Config,
  { region, lang, name, told }: Asking,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  try {
    return await withServer(config, { told }, async ({ address, fetch: reach }) => {
      const client = createClient({
        baseUrl: address,
        fetch: reach,
        role: () => 'clerk',
        name: () => name ?? null,
        lang: () => lang,
      })
      const served = (await client.regionRuns()).region
      if (served !== region)
        throw new AskRefused(`The region that is served is “${served}”, not “${region}”.`)
      return await ask(client)
    })
  } catch (error) {
    if (error instanceof ApiError) throw new AskRefused(`${error.message} ${error.next}`)
    if (error instanceof StartupError) throw new AskRefused(`${error.message}\n${error.next}`)
    throw error
  }
}
