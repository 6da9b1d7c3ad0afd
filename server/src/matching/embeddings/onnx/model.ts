import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import type { InferenceSession, Tensor } from 'onnxruntime-web'
import { EmbeddingError, normalised } from '../embedder.js'
import type { ModelFiles } from './model-files.js'
import { type OnnxRuntime, onnxRuntime } from './runtime.js'

/** Texts of one run: a question waits for no more than one run of documents. */
const AT_ONCE = 4
/** A tokenizer need not cut what the model will not read. */
const LONGEST_TEXT = 2_000

/** What a file of a tokenizer may leave out. */
const UNSAID = {
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: null,
  post_processor: null,
  decoder: null,
}

export interface LocalModel {
  embed(texts: readonly string[], as: 'document' | 'query'): Promise<(Float32Array | null)[]>
  close(): Promise<void>
}

export async function openModel(files: ModelFiles): Promise<LocalModel> {
  const { ort, native } = await onnxRuntime()
  const { session, tokenizer } = await opened(files, ort, native)
  let running: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = running.catch(() => {}).then(work)
    running = next
    return next
  }
  const tokensOf = (text: string): number[] => {
    const { ids } = tokenizer.encode(text)
    if (ids.length <= files.longest) return ids
    // The mark at the end stays.
    return [...ids.slice(0, files.longest - 1), ids.at(-1) ?? 0]
  }
  return {
    async embed(texts, as) {
      const vectors: (Float32Array | null)[] = []
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        const tokens = texts
          .slice(at, at + AT_ONCE)
          .map((text) => tokensOf(files.prompts[as] + text.slice(0, LONGEST_TEXT)))
        vectors.push(...(await inTurn(() => runModel(ort, session, tokens, files))))
      }
      return vectors
    },
    close: () => inTurn(async () => session.release()),
  }
}

async function opened(files: ModelFiles, ort: OnnxRuntime, native: boolean) {
  const { model } = files
  try {
    const tokenizer = new Tokenizer({ ...UNSAID, ...files.tokenizer }, files.tokenizerConfig)
    const beside = `${model}_data`
    const external = existsSync(beside) ? [{ path: basename(beside), data: readFileSync(beside) }] : []
    const session = native
      ? await ort.InferenceSession.create(model)
      : await ort.InferenceSession.create(readFileSync(model), {
          executionProviders: ['wasm'],
          ...(external.length > 0 ? { externalData: external } : {}),
        })
    return { session, tokenizer }
  } catch (error) {
    throw new EmbeddingError(
      `The model ${model} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function runModel(
  ort: OnnxRuntime,
  session: InferenceSession,
  tokens: readonly (readonly number[])[],
  { pooling, model }: ModelFiles,
): Promise<(Float32Array | null)[]> {
  const length = Math.max(1, ...tokens.map((ids) => ids.length))
  const shape = [tokens.length, length]
  const numbers = (of: (row: readonly number[], i: number) => number): Tensor =>
    new ort.Tensor(
      'int64',
      BigInt64Array.from(tokens.flatMap((row) => Array.from({ length }, (_, i) => BigInt(of(row, i))))),
      shape,
    )
  const inputs: Readonly<Record<string, () => Tensor>> = {
    input_ids: () => numbers((row, i) => row[i] ?? 0),
    attention_mask: () => numbers((row, i) => (i < row.length ? 1 : 0)),
    token_type_ids: () => numbers(() => 0),
    position_ids: () => numbers((_, i) => i),
  }
  const feeds: Record<string, Tensor> = {}
  for (const name of session.inputNames) {
    const input = inputs[name]
    if (!input) throw new EmbeddingError(`The model ${model} asks for “${name}”, which no text has.`)
    feeds[name] = input()
  }
  const outputs = await session.run(feeds)
  const output = outputs.sentence_embedding ?? outputs[session.outputNames[0] ?? '']
  const [rows, second = 0, third] = output?.dims ?? []
  if (!(output?.data instanceof Float32Array) || rows !== tokens.length)
    throw new EmbeddingError(`The model ${model} has no output that is a vector for each text.`)
  const { data } = output
  if (third === undefined)
    return tokens.map((_, i) => normalised(data.subarray(i * second, (i + 1) * second)))
  return tokens.map((row, i) => {
    const of = data.subarray(i * second * third, (i + 1) * second * third)
    return normalised(pooled(of, third, row.length, pooling))
  })
}

/** One vector of those of the tokens. */
function pooled(
  data: Float32Array,
  dimension: number,
  count: number,
  pooling: ModelFiles['pooling'],
): Float32Array {
  if (pooling === 'first') return data.subarray(0, dimension)
  if (pooling === 'last') return data.subarray((count - 1) * dimension, count * dimension)
  const sum = new Float32Array(dimension)
  for (let token = 0; token < count; token += 1)
    for (let i = 0; i < dimension; i += 1) sum[i] = (sum[i] ?? 0) + (data[token * dimension + i] ?? 0)
  return sum
}
