import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { EmbeddingError } from '../embedder.js'

/** A folder of a model as sentence-transformers lays it out; only the first two files must be there. */
export interface ModelFiles {
  /** The folder's name and a mark of what is in it. */
  readonly name: string
  readonly model: string
  readonly tokenizer: Readonly<Record<string, unknown>>
  readonly tokenizerConfig: Readonly<Record<string, unknown>>
  readonly pooling: 'mean' | 'first' | 'last'
  /** What is put before a text. */
  readonly prompts: Readonly<Record<'document' | 'query', string>>
  /** Tokens of a text at most. */
  readonly longest: number
}

const MODELS = ['model.onnx', 'onnx/model.onnx', 'onnx/model_quantized.onnx']
const LONGEST = 512
const SAMPLE = 1 << 20

type Json = Readonly<Record<string, unknown>>

export function readModelFiles(folder: string): ModelFiles {
  const model = MODELS.map((file) => join(folder, file)).find((file) => existsSync(file))
  if (model === undefined)
    throw new EmbeddingError(
      `${folder} has no model: put ${MODELS.slice(0, 2).join(' or ')} there, as KEHUI_EMBEDDINGS_ONNX says.`,
    )
  const json = (file: string): Json => readJson(join(folder, file))
  const [tokenizer, tokenizerConfig, pool, sentences] = [
    json('tokenizer.json'),
    json('tokenizer_config.json'),
    json('1_Pooling/config.json'),
    json('config_sentence_transformers.json'),
  ]
  if (!existsSync(join(folder, 'tokenizer.json')))
    throw new EmbeddingError(`${folder} has no tokenizer.json, which tells how the model cuts texts.`)
  const prompts = (sentences.prompts ?? {}) as Json
  const prompt = (name: string) => (typeof prompts[name] === 'string' ? prompts[name] : '')
  const limits = [tokenizerConfig.model_max_length, json('config.json').max_position_embeddings]
  const mark = createHash('sha256').update(JSON.stringify([tokenizer, tokenizerConfig, pool, sentences]))
  for (const part of samplesOf(model)) mark.update(part)
  return {
    name: `${basename(folder)}:${mark.digest('hex').slice(0, 12)}`,
    model,
    tokenizer,
    tokenizerConfig,
    pooling:
      pool.pooling_mode_cls_token === true ? 'first' : pool.pooling_mode_lasttoken === true ? 'last' : 'mean',
    prompts: { document: prompt('document') || prompt('passage'), query: prompt('query') },
    longest: Math.min(LONGEST, ...limits.map((limit) => (Number(limit) >= 8 ? Number(limit) : LONGEST))),
  }
}

/** Empty where there is no such file. */
function readJson(file: string): Json {
  if (!existsSync(file)) return {}
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Json
  } catch {}
  throw new EmbeddingError(`${file} is not JSON as a model has it. Copy the folder of the model again.`)
}

/** Its size, its beginning, middle and end: a model of gigabytes is told from another without reading all of it. */
function* samplesOf(file: string): Generator<Uint8Array> {
  const { size } = statSync(file)
  yield Buffer.from(String(size))
  const opened = openSync(file, 'r')
  try {
    for (const from of [0, Math.floor(size / 2), Math.max(0, size - SAMPLE)]) {
      const bytes = Buffer.alloc(Math.min(SAMPLE, size))
      yield bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, from))
    }
  } finally {
    closeSync(opened)
  }
}
