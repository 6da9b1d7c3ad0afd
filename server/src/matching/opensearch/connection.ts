import { setTimeout } from 'node:timers/promises'

/** OpenSearch could not be asked, or refused. The message says what was asked of whom, never a password. */
export class OpenSearchError extends Error {}

export interface Connection {
  /** A body that is a string goes as lines of JSON; null where what was asked for is not there. */
  send(method: string, path: string, body?: object | string): Promise<unknown>
}

const LONGEST_WAIT_MS = 30_000
/** It is asked again where it says that it has too much to do, each time after a longer rest. */
const RESTS_MS = [100, 400, 1_600, 5_000]
const BUSY = [429, 503]

export function connection(address: string): Connection {
  const url = new URL(address)
  const { username, password } = url
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  const who = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  )
  const once = async (method: string, path: string, body: object | string | undefined): Promise<Response> => {
    const lines = typeof body === 'string'
    try {
      return await fetch(`${base}${path}`, {
        method,
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
        headers: {
          'content-type': lines ? 'application/x-ndjson' : 'application/json',
          ...(username === '' ? {} : { authorization: `Basic ${who}` }),
        },
        ...(body === undefined ? {} : { body: lines ? body : JSON.stringify(body) }),
      })
    } catch (error) {
      const why = error instanceof Error ? String(error.cause ?? error.message) : String(error)
      throw new OpenSearchError(
        `OpenSearch at ${base} cannot be reached (${why}). Start it, or correct or unset KEHUI_OPENSEARCH_URL.`,
      )
    }
  }
  return {
    async send(method, path, body) {
      for (const rest of [...RESTS_MS, null]) {
        const response = await once(method, path, body)
        const text = await response.text()
        if (response.ok) return text === '' ? null : JSON.parse(text)
        if (response.status === 404) return null
        if (rest === null || !BUSY.includes(response.status))
          throw new OpenSearchError(
            `OpenSearch at ${base} answered ${method} ${path} with ${response.status}: ${text.slice(0, 500)}`,
          )
        await setTimeout(rest)
      }
      return null
    },
  }
}
