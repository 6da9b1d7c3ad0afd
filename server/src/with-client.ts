import { buildApp } from './app.js'
import { type Client, createClient } from './client/client.js'
import { ApiError } from './client/error.js'
import type { Config } from './config.js'
import { addressOf } from './instance.js'
import { openContext, type Undo } from './run.js'
import { StartupError } from './startup-error.js'

export interface Asking {
  /** The id of the region's pack. */
  readonly region: string
  readonly lang: 'zh' | 'en'
  /** Who acts, where that has to be said. */
  readonly name?: string | undefined
  /** Lines about what is opened first. */
  readonly told: (line: string) => void
}

/** What is wrong and what to do, for whoever asked from a terminal. */
export class AskRefused extends Error {}

/** Asks the server of the data folder, or a server opened for the moment where none runs; on behalf of a clerk. */
export async function withClient<T>(
  config: Config,
  asking: Asking,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  const undoing: Undo[] = []
  try {
    const { region, lang, name = null } = asking
    const address = addressOf(config.dataFolder)
    const reached =
      address === null
        ? { baseUrl: LOCAL, fetch: await fetchHere(config, asking, undoing) }
        : { baseUrl: address }
    const client = createClient({ ...reached, role: () => 'clerk', name: () => name, lang: () => lang })
    const served = (await client.regionRuns()).region
    if (served !== region) throw new AskRefused(`The region that is served is “${served}”, not “${region}”.`)
    return await ask(client)
  } catch (error) {
    if (error instanceof ApiError) throw new AskRefused(`${error.message} ${error.next}`)
    if (error instanceof StartupError) throw new AskRefused(`${error.message}\n${error.next}`)
    throw error
  } finally {
    for (const step of undoing.toReversed()) await step(false)
  }
}

const LOCAL = 'http://localhost'

async function fetchHere(config: Config, { told }: Asking, undoing: Undo[]): Promise<typeof fetch> {
  const { context } = await openContext(config, told, (step) => undoing.push(step))
  const app = await buildApp({ context })
  undoing.push(() => app.close())
  return async (url, init = {}) => {
    const { method, headers, body } = init
    const answer = await app.inject({
      method: (method ?? 'GET') as 'GET',
      url: String(url).slice(LOCAL.length),
      headers: { ...(headers as Record<string, string>), host: 'localhost' },
      ...(typeof body === 'string' ? { payload: body } : {}),
    })
    const type = String(answer.headers['content-type'] ?? '')
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': type },
    })
  }
}
