import type { Text } from '../../shared/text.js'

/** The values that a field can have, each by a code that never changes. */
export interface CodeList {
  readonly id: string
  readonly title: Text
  /** The standard or text that sets it. */
  readonly source: Text | null
  readonly codes: ReadonlyMap<string, Text>
}

export function codeList(
  id: string,
  title: Text,
  codes: Readonly<Record<string, readonly [zh: string, en: string]>>,
  source: Text | null = null,
): CodeList {
  return {
    id,
    title,
    source,
    codes: new Map(Object.entries(codes).map(([code, [zh, en]]) => [code, { zh, en }])),
  }
}

/** The code of a value as tables write it: the code itself, its Chinese or its English name. */
export function findCode(list: CodeList, text: string): string | null {
  return lookUp(list).get(plain(text)) ?? null
}

const tables = new WeakMap<CodeList, ReadonlyMap<string, string>>()

function lookUp(list: CodeList): ReadonlyMap<string, string> {
  const before = tables.get(list)
  if (before) return before
  const table = new Map<string, string>()
  for (const [code, { zh, en }] of list.codes) {
    table.set(plain(zh), code)
    if (en !== undefined && !table.has(plain(en))) table.set(plain(en), code)
  }
  for (const code of list.codes.keys()) table.set(plain(code), code)
  tables.set(list, table)
  return table
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s、，,·]/g, '')
    .toLowerCase()
}
