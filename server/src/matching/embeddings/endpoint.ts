import { setTimeout } from 'node:timers/promises'
import { type Embedder, EmbeddingError, normalised } from './embedder.js'

export interface EndpointOptions {
  readonly url: string
  readonly model: string
  readonly key: string | null
  /** How long one request may take. */
  readonly longestWaitMs?: number
  /** Rests before a request is sent again. */
  readonly restsMs?: readonly number[]
}

/** Texts of one request at first; an endpoint that takes fewer is sent fewer from then on. */
const MOST_TEXTS = 32
/** Most models read no more than the beginning of a longer text. */
const LONGEST_TEXT = 2_000
/** What is left of a text that was refused by itself: it may have been too long for the model. */
const SHORTER_TEXT = 400
const RESTS_MS = [500, 2_000, 6_000]
const LONGEST_REST_MS = 30_000
const REFUSED = [400, 413, 422]

type Vectors = readonly (Float32Array | null)[]

/** Vectors of an endpoint that speaks as OpenAI’s does: `POST …/embeddings`. */
export function endpointEmbedder(options: EndpointOptions): Embedder {
  const { model } = options
  let refusal: string | null = null
  const ask = asking(options, (said) => {
    refusal = said
  })
  let most = MOST_TEXTS
  let dimension = 0

  /** What was refused together may be too many, or one of it too long: halves tell which. */
  const refused = async (texts: readonly string[]): Promise<Vectors> => {
    const [text = ''] = texts
    if (texts.length === 1) {
      const shorter = text.slice(0, SHORTER_TEXT)
      return (shorter.length < text.length ? await ask([shorter]) : null) ?? [null]
    }
    const half = Math.ceil(texts.length / 2)
    const halves = [texts.slice(0, half), texts.slice(half)]
    const found: (Vectors | null)[] = []
    for (const part of halves) found.push(await ask(part))
    if (found.every((vectors) => vectors !== null)) most = Math.min(most, half)
    const all: (Float32Array | null)[] = []
    for (const [i, part] of halves.entries()) all.push(...(found[i] ?? (await refused(part))))
    return all
  }
  const check = (vector: Float32Array | null): void => {
    if (vector === null) return
    if (dimension === 0) dimension = vector.length
    if (vector.length !== dimension)
      throw new EmbeddingError(
        `${model} answered with ${vector.length} numbers where it had answered with ${dimension}. If the model was changed, start Kehui again.`,
      )
  }
  return {
    name: model,
    symmetric: true,
    async embed(texts) {
      const vectors: (Float32Array | null)[] = []
      while (vectors.length < texts.length) {
        const part = texts.slice(vectors.length, vectors.length + most)
        const cut = part.map((text) => wellFormed(text.slice(0, LONGEST_TEXT)))
        const found = (await ask(cut)) ?? (await refused(cut))
        found.forEach(check)
        vectors.push(...found)
      }
      return vectors
    },
    refusal: () => refusal,
    stop: async () => {},
  }
}

interface Answer {
  readonly data?: readonly { readonly index?: unknown; readonly embedding?: unknown }[]
}

/** One request, sent again where that may help; null where the endpoint refuses these texts. */
function asking(
  { url, model, key, longestWaitMs = 30_000, restsMs = RESTS_MS }: EndpointOptions,
  refusal: (said: string) => void,
) {
  const address = addressOf(url)
  const where = `The embeddings endpoint ${address.origin}${address.pathname}`
  const send = async (input: readonly string[]): Promise<{ response: Response; text: string }> => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        // Texts go where somebody said that they may, and nowhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(longestWaitMs),
        headers: {
          'content-type': 'application/json',
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, input }),
      })
      return { response, text: await response.text() }
    } catch (error) {
      throw new EmbeddingError(
        `${where} cannot be reached (${reasonOf(error, longestWaitMs)}). Start it, or correct or unset KEHUI_EMBEDDINGS_URL.`,
      )
    }
  }
  return async (input: readonly string[]): Promise<Vectors | null> => {
    for (const rest of [...restsMs, null]) {
      const { response, text } = await send(input)
      if (response.ok) return vectorsIn(text, input.length, where)
      if (REFUSED.includes(response.status)) {
        refusal(`${response.status}: ${told(text, key)}`)
        return null
      }
      const retryAfter = restOf(response.headers.get('retry-after'))
      const again = response.status === 429 || response.status >= 500
      if (!again || rest === null || (retryAfter ?? 0) > LONGEST_REST_MS)
        throw new EmbeddingError(
          `${where} answered with ${response.status} (${told(text, key)}).${hintOf(response.status)}`,
          retryAfter,
        )
      await setTimeout(Math.max(rest, retryAfter ?? 0))
    }
    return null
  }
}

function addressOf(url: string): URL {
  const address = new URL(url)
  const path = address.pathname.replace(/\/+$/, '')
  address.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`
  return address
}

function vectorsIn(text: string, count: number, where: string): Vectors {
  let data: Answer['data']
  try {
    data = (JSON.parse(text) as Answer | null)?.data
  } catch {
    throw new EmbeddingError(`${where} answered with what is not JSON: ${text.slice(0, 200)}`)
  }
  if (!Array.isArray(data) || data.length !== count)
    throw new EmbeddingError(
      `${where} answered with ${Array.isArray(data) ? data.length : 'no'} vectors for ${count} texts.`,
    )
  const vectors: (Float32Array | null)[] = Array.from({ length: count }, () => null)
  const seen = new Set<number>()
  for (const { index, embedding } of data as NonNullable<Answer['data']>) {
    if (!Number.isInteger(index) || Number(index) < 0 || Number(index) >= count || seen.has(Number(index)))
      throw new EmbeddingError(`${where} answered with the index ${String(index)}, of ${count} texts.`)
    seen.add(Number(index))
    if (!Array.isArray(embedding) || embedding.length === 0 || !embedding.every(Number.isFinite))
      throw new EmbeddingError(`${where} answered with a vector that is no list of numbers.`)
    vectors[Number(index)] = normalised(embedding)
  }
  return vectors
}

/** Seconds, or a date. */
function restOf(header: string | null): number | null {
  if (header === null) return null
  const rest = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(rest) ? Math.max(0, rest) : null
}

function hintOf(status: number): string {
  if (status === 401 || status === 403) return ' Correct KEHUI_EMBEDDINGS_KEY.'
  if (status >= 300 && status < 400) return ' Set KEHUI_EMBEDDINGS_URL to where it leads.'
  if (status === 404) return ' Correct KEHUI_EMBEDDINGS_URL or KEHUI_EMBEDDINGS_MODEL.'
  return ''
}

/** Some endpoints repeat the key that they refuse. */
function told(text: string, key: string | null): string {
  const shown = key === null ? text : text.replaceAll(key, '…')
  return shown.slice(0, 300).trim()
}

function reasonOf(error: unknown, longestWaitMs: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer in ${longestWaitMs / 1000} s`
  return String(error.cause ?? error.message)
}

/** Half a character at the cut is no text that can be sent. */
function wellFormed(text: string): string {
  const safe = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ' ')
  return safe.trim() === '' ? '-' : safe
}
