/** What a text must not tell before both sides agreed: whose it is, and how to reach them past the platform. */

export const HIDDEN_KINDS = ['name', 'secret', 'code', 'mail', 'web', 'phone', 'account', 'address'] as const
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
  address: '〔地址〕',
}

const MARKED = new RegExp(`(${Object.values(MARK).join('|')})`)

/** Every digit and letter can be written in full width, and with spaces or hyphens between. */
const DIGIT = '[0-9０-９]'
const GAP = '[-\\s－—]*'
const ALNUM = '[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]'
const CODE = '[0-9A-HJ-NP-RTUWXYa-hj-np-rtuwxy０-９Ａ-ＨＪ-ＮＰ-ＲＴＵＷＸＹａ-ｈｊ-ｎｐ-ｒｔｕｗｘｙ]'
/** Digits as words: 一三八, 幺. */
const SPOKEN = '[零〇一二三四五六七八九幺]'
const PATTERNS: readonly (readonly [HiddenKind, RegExp])[] = [
  // `@` is also written (at) or #, so that machines do not see it, and the dot apart.
  [
    'mail',
    /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９._%+-]+\s*(?:[@＠#＃]|[([（【]\s*at\s*[)\]）】])\s*[A-Za-z0-9Ａ-Ｚａ-ｚ０-９-]+(?:\s?[.．。]\s?[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９-]*)+/giu,
  ],
  ['web', /(?:https?:\/\/|www\.)[^\s，。；、（）()]+/giu],
  [
    'web',
    /(?<![A-Za-z0-9@.-])[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|net|org|top|vip|shop|cc)(?![A-Za-z0-9])(?:\/[^\s，。；、（）()]*)?/giu,
  ],
  ['account', /(?:微信|QQ|ＱＱ|V信|wechat)(?:号|群)?\s*[:：是为]?\s*[A-Za-z0-9_-]{5,}/giu],
  // GB 32100: 18 digits and letters without I, O, S, V, Z, small and in full width too, and with spaces between.
  ['code', new RegExp(`(?<!${ALNUM})${CODE}{2}(?:${GAP}${DIGIT}){6}(?:${GAP}${CODE}){10}(?!${ALNUM})`, 'gu')],
  // Street and number, or the house, floor and room of a park; but 电路 3 号 is a circuit.
  [
    'address',
    /[\p{Script=Han}A-Za-z0-9]{1,12}(?:大道|(?<![电线管气油水回光支通铁公道短断旁主磁液网])路|街|巷|弄|胡同|工业园|产业园|科技园|园区)\s*(?:[东西南北中]段\s*)?(?:[\p{Script=Han}]{0,8}\s*)?[0-9０-９一二三四五六七八九十百]+\s*(?:号|弄|栋|幢|座)(?:\s*[0-9０-９A-Za-z一二三四五六七八九十-]+\s*(?:号楼|号|栋|幢|座|楼|层|室|单元))*/gu,
  ],
  // Numbers after a word that says that they are one.
  [
    'phone',
    new RegExp(
      `(?<=(?:电话|手机|座机|热线|传真|致电|拨打|Tel|TEL|tel)(?:号码?)?\\s*[:：是为]?\\s*)${DIGIT}(?:${GAP}${DIGIT}){6,11}(?!${DIGIT})`,
      'gu',
    ),
  ],
  ['phone', new RegExp(`(?<!${DIGIT})1[3-9]${DIGIT}[.·]${DIGIT}{4}[.·]${DIGIT}{4}(?!${DIGIT})`, 'gu')],
  ['phone', new RegExp(`(?<!${DIGIT})[48]00${GAP}(?:${DIGIT}${GAP}){6}${DIGIT}(?!${DIGIT})`, 'gu')],
  ['phone', new RegExp(`(?<!${SPOKEN})[一幺][三四五六七八九](?:\\s*${SPOKEN}){9}(?!${SPOKEN})`, 'gu')],
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
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
