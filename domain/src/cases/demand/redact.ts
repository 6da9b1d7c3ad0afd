/** What a text must not tell before both sides agreed: whose it is, and how to reach them past the platform. */

export const HIDDEN_KINDS = ['name', 'secret', 'code', 'mail', 'web', 'phone', 'account'] as const
export type HiddenKind = (typeof HIDDEN_KINDS)[number]

export interface Redacted {
  readonly text: string
  /** How many places of each kind were hidden. */
  readonly hidden: Readonly<Partial<Record<HiddenKind, number>>>
}

export interface Known {
  /** Names of the organisation and its people, whole and short. */
  readonly names: readonly string[]
  readonly secrets: readonly string[]
}

const MARK: Readonly<Record<HiddenKind, string>> = {
  name: '〔单位〕',
  secret: '〔不公开〕',
  code: '〔代码〕',
  mail: '〔邮箱〕',
  web: '〔网址〕',
  phone: '〔电话〕',
  account: '〔账号〕',
}

const MARKED = new RegExp(`(${Object.values(MARK).join('|')})`)

/** Every digit and letter can be written in full width, and with spaces or hyphens between. */
const DIGIT = '[0-9０-９]'
const GAP = '[-\\s－—]*'
const PATTERNS: readonly (readonly [HiddenKind, RegExp])[] = [
  ['mail', /[\p{L}\p{N}._%+-]+\s*[@＠]\s*[\p{L}\p{N}-]+(?:[.．][\p{L}\p{N}-]+)+/gu],
  ['web', /(?:https?:\/\/|www\.)[^\s，。；、（）()]+/giu],
  ['account', /(?:微信|QQ|ＱＱ|V信|wechat)(?:号|群)?\s*[:：是为]?\s*[A-Za-z0-9_-]{5,}/giu],
  // GB 32100: 18 digits and capital letters without I, O, S, V, Z.
  ['code', /(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Za-z])/gu],
  // Mobile numbers, then those of a place with its code in front.
  ['phone', new RegExp(`(?<!${DIGIT})(?:[1１]${GAP}[3-9３-９](?:${GAP}${DIGIT}){9})(?!${DIGIT})`, 'gu')],
  [
    'phone',
    new RegExp(
      `(?<!${DIGIT})[(（]?[0０]${DIGIT}{2,3}[)）]?[-\\s－—]*(?:${DIGIT}${GAP}){6,7}${DIGIT}(?!${DIGIT})`,
      'gu',
    ),
  ],
]

/** The text with what is known, and what looks like a way to reach somebody, hidden. Doing it twice changes nothing. */
export function redact(text: string, { names, secrets }: Known): Redacted {
  const hidden: Partial<Record<HiddenKind, number>> = {}
  const hide = (from: string, kind: HiddenKind, pattern: RegExp) =>
    outsideMarks(from, (part) =>
      part.replace(pattern, () => {
        hidden[kind] = (hidden[kind] ?? 0) + 1
        return MARK[kind]
      }),
    )
  let left = text
  for (const [kind, pattern] of PATTERNS) left = hide(left, kind, pattern)
  for (const secret of longestFirst(secrets)) left = hide(left, 'secret', anyWidth(secret))
  for (const name of longestFirst(names)) left = hide(left, 'name', anyWidth(name))
  return { text: left, hidden }
}

/** A mark is no text: a name such as 单位 does not hide the marks. */
function outsideMarks(text: string, change: (part: string) => string): string {
  return text
    .split(MARKED)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('')
}

/** A single character would hide half of every text. */
function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()))]
    .filter((word) => [...word].length > 1)
    .sort((a, b) => b.length - a.length)
}

/** The word in half and full width, in capitals and not, with spaces between its characters. */
function anyWidth(word: string): RegExp {
  const one = (character: string): string => {
    const code = character.codePointAt(0) ?? 0
    const forms = new Set([character, character.toLowerCase(), character.toUpperCase()])
    for (const form of [...forms]) {
      const point = form.codePointAt(0) ?? 0
      if (point > 0x20 && point < 0x7f) forms.add(String.fromCodePoint(point + 0xfee0))
      if (point > 0xff00 && point < 0xff5f) forms.add(String.fromCodePoint(point - 0xfee0))
    }
    if (code === 0x20) return ''
    return `(?:${[...forms].map(escaped).join('|')})`
  }
  const characters = [...word.replace(/\s+/g, '')]
  return new RegExp(characters.map(one).join('\\s*'), 'gu')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
