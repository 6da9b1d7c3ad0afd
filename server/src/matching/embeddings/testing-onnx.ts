import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A model of a few characters, written byte by byte as protocol buffers: it looks up a row for each token (Gather), and
 * the mean of the rows is what a text means. Characters of one group point the same way.
 */
export function testModel(groups: readonly string[], name = 'test-model') {
  const parent = mkdtempSync(join(tmpdir(), 'kehui-model-'))
  const folder = join(parent, name)
  const characters = [...new Set(groups.join(''))]
  const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...characters]
  const dimension = groups.length + 1
  const rows = vocabulary.map((word) => {
    const row = new Array<number>(dimension).fill(0)
    for (const [i, group] of groups.entries()) if (group.includes(word)) row[i] = 1
    // What it does not know points elsewhere, a little.
    if (word === '[UNK]') row[groups.length] = 0.2
    return row
  })
  mkdirSync(join(folder, '1_Pooling'), { recursive: true })
  writeFileSync(join(folder, 'model.onnx'), gatherModel(rows))
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(wordPieces(vocabulary)))
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ model_max_length: 128 }))
  writeFileSync(join(folder, '1_Pooling', 'config.json'), JSON.stringify({ pooling_mode_mean_tokens: true }))
  return { folder, dimension, remove: () => rmSync(parent, { recursive: true, force: true }) }
}

function wordPieces(vocabulary: readonly string[]): object {
  const special = (id: number) => ({
    id,
    content: vocabulary[id],
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })
  return {
    version: '1.0',
    added_tokens: [0, 1, 2, 3].map(special),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, i) => [word, i])),
    },
  }
}

const FLOAT = 1
const INT64 = 7

/** ModelProto of onnx.proto3: ids and a mask in, a vector for each token out. */
export function gatherModel(rows: readonly (readonly number[])[]): Buffer {
  const dimension = rows[0]?.length ?? 0
  const table = message(
    number(1, rows.length),
    number(1, dimension),
    number(2, FLOAT),
    text(8, 'rows'),
    field(9, Buffer.from(Float32Array.from(rows.flat()).buffer)),
  )
  const gather = message(
    text(1, 'rows'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  )
  const graph = message(
    field(1, gather),
    text(2, 'test'),
    field(5, table),
    field(11, input('input_ids', INT64, ['batch', 'length'])),
    field(11, input('attention_mask', INT64, ['batch', 'length'])),
    field(12, input('last_hidden_state', FLOAT, ['batch', 'length', dimension])),
  )
  return message(number(1, 8), field(7, graph), field(8, message(text(1, ''), number(2, 13))))
}

function input(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((size) =>
    field(1, typeof size === 'number' ? message(number(1, size)) : message(text(2, size))),
  )
  const tensor = message(number(1, type), field(2, message(...dimensions)))
  return message(text(1, name), field(2, message(field(1, tensor))))
}

function message(...fields: Buffer[]): Buffer {
  return Buffer.concat(fields)
}

function number(no: number, value: number): Buffer {
  return Buffer.concat([varint(no << 3), varint(value)])
}

function text(no: number, value: string): Buffer {
  return field(no, Buffer.from(value))
}

function field(no: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((no << 3) | 2), varint(bytes.length), bytes])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let left = value
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return Buffer.from([...bytes, left])
}
