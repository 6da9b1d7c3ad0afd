import { HttpError } from '../http/error.js'
import { unzip, type ZipFiles } from './zip.js'

export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  readonly cells: number
  readonly formulas: number
  /** Formulas of which the file holds no result: it was written by a program that does not compute. */
  readonly unvalued: number
  readonly merged: number
  /** Cells that hold #DIV/0! or the like. */
  readonly failed: number
}

/** What the sheets of a workbook hold, told from its parts before its cells are read. */
export function inspectWorkbook(bytes: Uint8Array): SheetInfo[] {
  const files = unzip(
    bytes,
    (name) => /^xl\/(workbook\.(xml|bin)|_rels\/.*|worksheets\/[^/]+)$/.test(name) || name === 'content.xml',
  )
  const workbook = textOf(files, 'xl/workbook.xml')
  if (workbook === undefined)
    throw new HttpError(
      files.has('xl/workbook.bin') || files.has('content.xml')
        ? 'imports.other-format'
        : 'imports.not-a-table',
    )
  const targets = targetsOf(textOf(files, 'xl/_rels/workbook.xml.rels') ?? '')
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => {
    const target = targets.get(attribute(attributes, 'r:id') ?? '') ?? ''
    return {
      ...countsOf(textOf(files, target) ?? ''),
      name: unescaped(attribute(attributes, 'name') ?? ''),
      hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
    }
  })
  if (sheets.length === 0) throw new HttpError('imports.broken')
  return sheets
}

function targetsOf(rels: string): Map<string, string> {
  return new Map(
    [...rels.matchAll(/<Relationship\s([^>]*)>/g)].map(([, attributes = '']) => {
      const target = attribute(attributes, 'Target') ?? ''
      return [attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

function countsOf(
  xml: string,
): Pick<SheetInfo, 'rows' | 'cells' | 'formulas' | 'unvalued' | 'merged' | 'failed'> {
  return {
    rows: count(xml, /<(?:\w+:)?row[\s>]/g),
    cells: count(xml, /<(?:\w+:)?c[\s>]/g),
    formulas: count(xml, /<(?:\w+:)?f[\s/>]/g),
    unvalued: count(
      xml,
      /(?:<\/(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*\/>)(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?<\/(?:\w+:)?c>/g,
    ),
    failed: count(xml, /<(?:\w+:)?c\s[^>]*\bt=["']e["']/g),
    merged: count(xml, /<(?:\w+:)?mergeCell\s/g),
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}

function textOf(files: ZipFiles, name: string): string | undefined {
  const data = files.get(name)
  return data && new TextDecoder().decode(data)
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex === undefined && decimal === undefined) return named[name ?? ''] ?? all
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
