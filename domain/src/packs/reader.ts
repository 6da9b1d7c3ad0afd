import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Source } from '../rules/programme.js'
import type { Diagnostic, Position } from '../shared/diagnostic.js'
import { meantBy } from '../shared/look-alike.js'
import { suggest } from '../shared/suggest.js'
import type { Text } from '../shared/text.js'

export type YamlNode = Node | null | undefined

/** The largest file that is read as a part of a pack, in characters. */
const LARGEST = 2_000_000

/** Reads one YAML file strictly: every complaint has its line and column, and nothing is converted silently. */
export class Reader {
  readonly file: string
  readonly diagnostics: Diagnostic[] = []
  readonly root: YamlNode
  private readonly lines = new LineCounter()

  constructor(file: string, text: string) {
    this.file = file
    if (text.length > LARGEST) {
      this.root = null
      this.add(
        { file, line: 1, column: 1 },
        'yaml.too-large',
        `The file has ${text.length} characters; at most ${LARGEST} are read`,
      )
      return
    }
    const document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      uniqueKeys: true,
      stringKeys: false,
      merge: false,
    })
    for (const problem of [...document.errors, ...document.warnings]) {
      const told = `This is not YAML: ${problem.message}`
      this.add(this.at(problem.pos[0]), 'yaml.syntax', told, meantInYaml(text, problem.pos[0]))
    }
    if (/[&*]/.test(text) && hasAnchor(document.contents))
      this.add(this.at(0), 'yaml.alias', 'Anchors and aliases are not used in packs; write the value out')
    this.root = this.diagnostics.length > 0 ? null : document.contents
    if (this.diagnostics.length === 0 && document.contents === null)
      this.add(this.at(0), 'yaml.empty', 'The file is empty')
  }

  private at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset)
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) }
  }

  position(node: YamlNode): Position {
    return this.at(node?.range?.[0] ?? 0)
  }

  add(
    at: Position,
    code: string,
    message: string,
    more: { expected?: string | undefined; suggestion?: string | undefined } = {},
  ): void {
    this.diagnostics.push({
      ...at,
      code,
      message,
      severity: 'error',
      ...(more.expected === undefined ? {} : { expected: more.expected }),
      ...(more.suggestion === undefined ? {} : { suggestion: more.suggestion }),
    })
  }

  refuse(
    node: YamlNode,
    code: string,
    message: string,
    more: { expected?: string | undefined; suggestion?: string | undefined } = {},
  ): void {
    this.add(this.position(node), code, message, more)
  }

  /** The entries of a mapping, with the node of each key. Only `keys` are allowed, where they are given. */
  entries(
    node: YamlNode,
    what: string,
    keys?: readonly string[],
  ): Map<string, { key: YamlNode; value: YamlNode }> {
    const found = new Map<string, { key: YamlNode; value: YamlNode }>()
    if (node === null || node === undefined) return found
    if (!isMap(node)) {
      this.refuse(node, 'yaml.kind', `${what} is a mapping`, {
        expected: keys ? `“key: value” with ${keys.join(', ')}` : '“key: value”',
      })
      return found
    }
    for (const pair of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : undefined
      if (name === undefined) this.refuse(pair.key, 'yaml.key', 'A key is one word')
      else if (keys && !keys.includes(name)) {
        this.refuse(pair.key, 'yaml.unknown-key', `${what} has no “${name}”`, {
          expected: keys.join(', '),
          suggestion: suggest(name, keys),
        })
      } else found.set(name, { key: pair.key, value: pair.value })
    }
    return found
  }

  fields(node: YamlNode, what: string, keys: readonly string[], required: readonly string[] = []): Fields {
    const entries = this.entries(node, what, keys)
    for (const key of required) {
      if (!entries.has(key) && (isMap(node) || node == null))
        this.refuse(node, 'yaml.missing', `${what} wants “${key}”`, { expected: `${key}: …` })
    }
    return new Fields(this, node, entries)
  }

  items(node: YamlNode, what: string): YamlNode[] {
    if (node === null || node === undefined) return []
    if (isSeq(node)) return node.items as YamlNode[]
    this.refuse(node, 'yaml.kind', `${what} is a list`, { expected: 'lines that begin with “- ”, or […]' })
    return []
  }

  isList(node: YamlNode): boolean {
    return isSeq(node)
  }

  isMapping(node: YamlNode): boolean {
    return isMap(node)
  }

  /** The text of a scalar as it was written. */
  scalar(node: YamlNode, what: string): string | null {
    if (node === null || node === undefined) return null
    if (isScalar(node)) {
      if (node.value === null && !node.source) return null
      return typeof node.value === 'string' ? node.value : String(node.source ?? node.value)
    }
    this.refuse(node, 'yaml.kind', `${what} is one value`, { expected: 'a single text or number' })
    return null
  }

  source(node: YamlNode, what: string): Source | null {
    const text = this.scalar(node, what)
    if (text === null || text.trim() === '') {
      this.refuse(node, 'yaml.missing', `${what} is empty`)
      return null
    }
    const at = this.position(node)
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    return { text, at: quoted ? { ...at, column: at.column + 1 } : at }
  }

  oneOf<T extends string>(node: YamlNode, what: string, options: readonly T[]): T | null {
    const text = this.scalar(node, what)
    if (text === null) return null
    const found = options.find((o) => o === text)
    if (found === undefined)
      this.refuse(node, 'yaml.option', `“${text}” is no ${what}`, {
        expected: options.join(', '),
        suggestion: suggest(text, options),
      })
    return found ?? null
  }

  text(node: YamlNode, what: string): Text | null {
    if (node === null || node === undefined) return null
    if (isScalar(node)) return { zh: this.scalar(node, what) ?? '' }
    const fields = this.fields(node, what, ['zh', 'en'], ['zh'])
    const [zh, en] = [fields.scalar('zh'), fields.scalar('en')]
    return en === null ? { zh: zh ?? '' } : { zh: zh ?? '', en }
  }

  yesNo(node: YamlNode, what: string): boolean | null {
    const text = this.scalar(node, what)
    if (text === null) return null
    if (['true', '是', 'yes'].includes(text)) return true
    if (['false', '否', 'no'].includes(text)) return false
    this.refuse(node, 'yaml.option', `${what} is true or false`, { expected: 'true, false' })
    return null
  }

  whole(node: YamlNode, what: string): number | null {
    const text = this.scalar(node, what)
    if (text === null) return null
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.refuse(node, 'yaml.number', `${what} is a whole number, not “${text}”`)
    return null
  }
}

/** One mapping with its allowed keys. */
export class Fields {
  private readonly reader: Reader
  readonly node: YamlNode
  private readonly found: ReadonlyMap<string, { key: YamlNode; value: YamlNode }>

  constructor(
    reader: Reader,
    node: YamlNode,
    found: ReadonlyMap<string, { key: YamlNode; value: YamlNode }>,
  ) {
    this.reader = reader
    this.node = node
    this.found = found
  }

  /** The same mapping, as if it had only these keys. */
  only(keys: readonly string[]): Fields {
    return new Fields(this.reader, this.node, new Map([...this.found].filter(([key]) => keys.includes(key))))
  }

  has(key: string): boolean {
    return this.found.has(key)
  }

  get(key: string): YamlNode {
    return this.found.get(key)?.value
  }

  scalar(key: string): string | null {
    return this.reader.scalar(this.get(key), key)
  }

  text(key: string): Text | null {
    return this.reader.text(this.get(key), key)
  }

  source(key: string): Source | null {
    return this.found.has(key) ? this.reader.source(this.get(key), key) : null
  }

  oneOf<T extends string>(key: string, options: readonly T[]): T | null {
    return this.reader.oneOf(this.get(key), key, options)
  }

  whole(key: string): number | null {
    return this.reader.whole(this.get(key), key)
  }

  yesNo(key: string): boolean | null {
    return this.reader.yesNo(this.get(key), key)
  }

  items(key: string): YamlNode[] {
    return this.reader.items(this.get(key), key)
  }

  strings(key: string): string[] {
    return this.items(key).flatMap((item) => this.reader.scalar(item, key) ?? [])
  }

  entries(key: string): Map<string, { key: YamlNode; value: YamlNode }> {
    return this.reader.entries(this.get(key), key)
  }
}

/** What to write where YAML ends early: most often a sign of Chinese typing, or a tab. */
function meantInYaml(text: string, offset: number): { expected: string; suggestion?: string } {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? text.length : end)
  if (/^\s*\t/.test(line)) return { expected: 'spaces before the text', suggestion: '  ' }
  const sign = /[：，｛｝［］＂‘’“”－]/.exec(line.replaceAll(/"[^"]*"|'[^']*'/g, ''))?.[0]
  const meant = sign && (YAML_SIGNS[sign] ?? meantBy(sign))
  if (!sign || !meant)
    return {
      expected:
        '“key: value” or a list of “- ” lines; an expression with “,” or “{” inside […] or {…} in quotes',
    }
  const fixed = line.replace(sign, meant === ':' || meant === ',' ? `${meant} ` : meant)
  return { expected: `“${meant}” instead of “${sign}”`, suggestion: fixed.replaceAll(/ {2,}/g, ' ').trim() }
}

const YAML_SIGNS: Readonly<Record<string, string>> = { '＂': '"', '“': '"', '”': '"', '‘': "'", '’': "'" }

function hasAnchor(node: unknown): boolean {
  if (node && typeof node === 'object') {
    if ('anchor' in node && node.anchor) return true
    if (isMap(node)) return node.items.some((p) => hasAnchor(p.key) || hasAnchor(p.value))
    if (isSeq(node)) return node.items.some(hasAnchor)
    if ('source' in node && !isScalar(node)) return true
  }
  return false
}
