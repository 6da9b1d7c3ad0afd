import { errorOf } from './error.js'

export interface ClientOptions {
  /** Origin of the server; the page's own where it is left out. */
  readonly baseUrl?: string
  readonly fetch?: typeof fetch
  readonly role: () => string
  /** Who acts, where a person is to stand by it. */
  readonly name?: () => string | null
  readonly lang: () => 'zh' | 'en'
}

export interface InLang {
  readonly lang?: 'zh' | 'en' | undefined
}

/** A list is sent as a parameter for each of its members. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export interface Call {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly file?: { readonly content: Blob; readonly name: string }
  /** The answer is a file to be kept, not JSON: the promise is of a Blob. */
  readonly wantsFile?: boolean
}

/** T is what the route's schema says; the client and the server are released together. */
export type Send = <T>(path: string, call?: Call) => Promise<T>

export function sender({ baseUrl = '', fetch: given, role, name, lang }: ClientOptions): Send {
  return async <T>(path: string, call: Call = {}): Promise<T> => {
    const { method, query = {}, body, file, wantsFile = false } = call
    const search = new URLSearchParams({ lang: lang() })
    for (const [name, value] of Object.entries(query))
      if (typeof value === 'object') for (const one of value) search.append(name, one)
      else if (value !== undefined) search.set(name, String(value))
    const headers: Record<string, string> = {
      accept: wantsFile ? '*/*' : 'application/json',
      'x-kehui-role': role(),
    }
    const actor = name?.()
    if (actor) headers['x-kehui-name'] = encodeURIComponent(actor)
    const init: RequestInit = { method: method ?? 'GET', headers }
    if (file !== undefined) {
      headers['content-type'] = 'application/octet-stream'
      headers['x-file-name'] = encodeURIComponent(file.name)
      init.body = file.content
    } else if (body !== undefined) {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(body)
    }
    const response = await (given ?? fetch)(`${baseUrl}/api/v1${path}?${search}`, init)
    if (!response.ok) throw await errorOf(response)
    // What is done and has nothing to say.
    if (response.status === 204) return null as T
    return (await (wantsFile ? response.blob() : response.json())) as T
  }
}
