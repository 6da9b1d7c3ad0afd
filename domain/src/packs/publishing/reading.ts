import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Programme, Readings } from '../../rules/programme.js'

/**
 * The reading that must be signed before a text is published; null where there is none, or where the text in force has
 * the same signature on the same words. A signature that somebody writes into a draft is none.
 */
export function openReading(
  { readings }: Pick<Programme, 'readings'>,
  inForce: Pick<Programme, 'readings'> | undefined,
): Readings | null {
  if (!readings) return null
  const before = inForce?.readings
  const signed = readings.signed !== null && before != null && told(before) === told(readings)
  return signed ? null : readings
}

function told({ question, default: chosen, options, signed }: Readings): string {
  return JSON.stringify([question, chosen, [...options], signed])
}

export interface ReadingSignature {
  readonly option: string
  readonly by: string
  /** `2026-11-24` */
  readonly on: string
}

/** Writes the signature into a programme file as its form has it; every other character stays as it was. */
export function signReading(text: string, { option, by, on }: ReadingSignature): string {
  const readings = readingsNode(text)
  const chosen = rangeOf(pairOf(readings, 'default'))
  const signature = `{by: ${scalar(by)}, on: ${on}}`
  const old = pairOf(readings, 'signed')
  const edits: Edit[] = [{ from: chosen.from, to: chosen.to, text: scalar(option) }]
  if (old) edits.push({ ...rangeOf(old), text: signature })
  else if (readings.flow) edits.push({ from: chosen.to, to: chosen.to, text: `, signed: ${signature}` })
  else {
    const end = lineEnd(text, chosen.to)
    const indent = ' '.repeat(columnOf(text, keyStart(pairOf(readings, 'default'))))
    edits.push({ from: end, to: end, text: `\n${indent}signed: ${signature}` })
  }
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text: put }) => whole.slice(0, from) + put + whole.slice(to), text)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function readingsNode(text: string): YAMLMap {
  const { contents } = parseDocument(text)
  const node = isMap(contents) ? contents.get('readings') : null
  if (!isMap(node)) throw new Error('a text whose reading is signed has one')
  return node
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
}

function rangeOf(pair: Pair | undefined): { from: number; to: number } {
  const range = (pair?.value as { range?: [number, number, number] } | null | undefined)?.range
  if (!range) throw new Error('the readings of a text that loads are complete')
  return { from: range[0], to: range[1] }
}

function keyStart(pair: Pair | undefined): number {
  return (pair?.key as { range?: [number, number, number] } | null | undefined)?.range?.[0] ?? 0
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n/)
  return end < 0 ? text.length : from + end
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** Plain where nothing in it could be read as anything else. */
function scalar(text: string): string {
  return /^[\p{L}][\p{L}\p{N}（）()·_-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
