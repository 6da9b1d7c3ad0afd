import type { Text } from './text.js'

/** The 31 characters of GB 32100-2015, in the order of their values; I, O, S, V and Z are left out. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LOOK_LIKE: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2', V: 'U' }

export type SocialCreditCode = { ok: true; code: string } | { ok: false; reason: Text; suggestion?: string }

/** Reads a unified social credit code; blanks, hyphens, small letters and full-width forms are let pass. */
export function parseSocialCreditCode(text: string): SocialCreditCode {
  const code = text
    .normalize('NFKC')
    .replaceAll(/[\s'\u200b\ufeff-]/g, '')
    .toUpperCase()
  if (/^\d(\.\d+)?E\+?\d+$/.test(code)) return becameNumber()
  if (code.length !== 18)
    return refuse(
      `统一社会信用代码应为 18 位，这里是 ${code.length} 位`,
      `A unified social credit code has 18 characters; this has ${code.length}`,
    )
  const wrong = [...code].findIndex((c) => !CHARACTERS.includes(c))
  if (wrong >= 0) return wrongCharacter(code, wrong)
  if (!/^\d{6}$/.test(code.slice(2, 8)))
    return refuse(
      '第 3–8 位是登记机关行政区划码，应为 6 位数字',
      'Characters 3 to 8 are the division code of the registration office and are digits',
    )
  const expected = checkCharacter(code.slice(0, 17))
  if (code[17] !== expected) {
    // A spreadsheet keeps fifteen digits of a number, and writes zeros for the rest.
    if (/^\d{15}000$/.test(code)) return becameNumber()
    return refuse(
      '校验位不符，信用代码中有抄写错误',
      'The check character does not fit: some character of the code is mistyped',
    )
  }
  return { ok: true, code }
}

const VALUES = new Int8Array(128).fill(-1)
for (const [value, character] of [...CHARACTERS].entries()) VALUES[character.charCodeAt(0)] = value

/** Whether a text is a code in its official form already: what millions of rows are looked through with. */
export function isSocialCreditCode(text: string): boolean {
  if (text.length !== 18) return false
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i += 1) {
    const unit = text.charCodeAt(i)
    const value = unit < 128 ? (VALUES[unit] ?? -1) : -1
    if (value < 0 || (i > 1 && i < 8 && value > 9)) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return text[17] === CHARACTERS[(31 - (sum % 31)) % 31]
}

const OFFICIAL = Uint8Array.from(CHARACTERS, (character) => character.charCodeAt(0))

/** `isSocialCreditCode` of bytes that stand in a file. */
export function isSocialCreditCodeIn(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 18) return false
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i += 1) {
    const value = VALUES[bytes[from + i] ?? 0] ?? -1
    if (value < 0 || (i > 1 && i < 8 && value > 9)) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return bytes[from + 17] === OFFICIAL[(31 - (sum % 31)) % 31]
}

function becameNumber(): SocialCreditCode {
  return refuse(
    '信用代码被表格软件改成了数字（如 9.1E+17），末几位已丢失，请把该列设为文本后重新填写',
    'A spreadsheet turned the credit code into a number such as 9.1E+17 and lost its last digits; format the column as text and enter it again',
  )
}

/** The last character of a code whose first 17 are given. */
export function checkCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? ''
}

function wrongCharacter(code: string, at: number): SocialCreditCode {
  const character = code[at] ?? ''
  const meant = LOOK_LIKE[character]
  const mended = meant && code.slice(0, at) + meant + code.slice(at + 1)
  const fits = mended !== undefined && parseSocialCreditCode(mended).ok
  const refused = refuse(
    `第 ${at + 1} 位“${character}”不会出现在信用代码中（不用 I、O、S、V、Z）`,
    `Character ${at + 1}, “${character}”, does not occur in credit codes (I, O, S, V and Z are not used)`,
  )
  return fits ? { ...refused, suggestion: mended } : refused
}

function refuse(zh: string, en: string): { ok: false; reason: Text } {
  return { ok: false, reason: { zh, en } }
}
