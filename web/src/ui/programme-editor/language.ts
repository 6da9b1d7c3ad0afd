import { StreamLanguage, type StringStream } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import type { Word } from './words.js'

/** Keys whose value is prose: nothing in it is an expression. */
const PROSE =
  /^(?:label|title|summary|zh|en|name|document|issuer|number|via|cite|note|url|link|phone|question|id|payee)$/
const KEY = /^["']?[\p{L}_][\p{L}\p{N}_.@-]*["']?(?=\s*:(?:\s|$))/u
const DATE = /^\d{4}-\d{1,2}-\d{1,2}/
const NUMBER = /^\d+(?:\.\d+)?/
const UNIT = /^(?:[%‰]|[\p{L}_][\p{L}\p{N}_]*(?:\/[\p{L}_][\p{L}\p{N}_]*)?)/u
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u
const OPERATOR = /^(?:<=|>=|!=|[-+*/<>=])/

interface State {
  /** Inside the value of a key that holds prose. */
  prose: boolean
  /** The last token was a number, which a unit may follow. */
  number: boolean
  /** How many flow lists and mappings of this line are open: in them a comma ends a value. */
  depth: number
}

const KINDS: Readonly<Partial<Record<Word['kind'], string>>> = {
  fact: 'fact',
  record: 'fact',
  option: 'option',
  function: 'function',
  keyword: 'keyword',
}

/** What a word of a text is, by the words of its pack. */
export type Kinds = ReadonlyMap<string, string>

export function kindsOf(words: readonly Word[]): {
  readonly kinds: Kinds
  readonly units: ReadonlySet<string>
} {
  const kinds = new Map<string, string>()
  for (const { kind, word, other } of words) {
    const style = KINDS[kind]
    if (style === undefined) continue
    for (const name of other === null ? [word] : [word, other]) kinds.set(name, style)
  }
  return { kinds, units: new Set(words.flatMap(({ kind, word }) => (kind === 'unit' ? [word] : []))) }
}

/** One token of a line; exported so that a test can read a text without an editor. */
export function tokenIn(
  stream: Pick<StringStream, 'eatSpace' | 'match' | 'next' | 'skipToEnd' | 'sol' | 'peek'>,
  state: State,
  { kinds, units }: ReturnType<typeof kindsOf>,
): string | null {
  if (stream.sol()) {
    state.prose = false
    state.number = false
    state.depth = 0
  }
  const spaced = stream.eatSpace()
  if (stream.peek() === '#' && (spaced || stream.sol())) {
    stream.skipToEnd()
    return 'comment'
  }
  if (spaced) return null
  const key = stream.match(KEY)
  if (key && typeof key === 'object') {
    state.prose = PROSE.test(key[0].replaceAll(/["']/g, ''))
    state.number = false
    return 'key'
  }
  if (state.prose) return proseIn(stream, state)
  if (state.number) {
    state.number = false
    const unit = stream.match(UNIT, false)
    const found = unit && typeof unit === 'object' ? unit[0] : ''
    if (found !== '' && units.has(found)) {
      stream.match(UNIT)
      return 'unit'
    }
  }
  if (stream.match(DATE)) return 'number'
  if (stream.match(NUMBER)) {
    state.number = true
    return 'number'
  }
  const name = stream.match(NAME)
  if (name && typeof name === 'object') return kinds.get(name[0]) ?? null
  if (stream.match(OPERATOR)) return 'operator'
  const sign = stream.next()
  if (sign === '{' || sign === '[') state.depth += 1
  if (sign === '}' || sign === ']') state.depth -= 1
  return 'mark'
}

/** Prose ends with the flow entry that it stands in, and elsewhere with the line. */
function proseIn(stream: Pick<StringStream, 'match' | 'next' | 'peek'>, state: State): string | null {
  if (stream.match(/^"(?:[^"\\]|\\.)*"/) || stream.match(/^'(?:[^']|'')*'/)) return 'prose'
  if (/[{[]/.test(stream.peek() ?? '')) {
    stream.next()
    state.depth += 1
    return 'mark'
  }
  if (state.depth === 0) {
    stream.match(/^.+/)
    return 'prose'
  }
  if (/[,}\]]/.test(stream.peek() ?? '')) {
    if (stream.next() !== ',') state.depth -= 1
    state.prose = false
    return 'mark'
  }
  stream.match(/^[^,}\]{["']+/) || stream.next()
  return 'prose'
}

/** The envelope and the expression language, as far as colours need them. */
export function programmeLanguage(words: readonly Word[]) {
  const known = kindsOf(words)
  return StreamLanguage.define<State>({
    name: 'programme',
    startState: () => ({ prose: false, number: false, depth: 0 }),
    token: (stream, state) => tokenIn(stream, state, known),
    languageData: { commentTokens: { line: '#' } },
    tokenTable: {
      key: tags.propertyName,
      fact: tags.variableName,
      option: tags.string,
      function: tags.function(tags.variableName),
      keyword: tags.keyword,
      number: tags.number,
      unit: tags.unit,
      operator: tags.operator,
      prose: tags.content,
      mark: tags.punctuation,
    },
  })
}
