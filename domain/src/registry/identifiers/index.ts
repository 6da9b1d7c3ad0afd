import { parseSocialCreditCode } from '../../shared/social-credit-code.js'
import { type IdentifierReading, refuse } from './check.js'
import { parseOrcid } from './orcid.js'
import { parsePatentNumber } from './patent-number.js'

export type { IdentifierReading } from './check.js'
export { parseOrcid } from './orcid.js'
export { parsePatentNumber } from './patent-number.js'

/** Official identifiers, each with the check that its standard sets. */
export const IDENTIFIERS = {
  'credit-code': parseSocialCreditCode,
  'patent-number': parsePatentNumber,
  orcid: parseOrcid,
  doi: pattern(
    /^10\.\d{4,9}\/\S+$/,
    'DOI，应以 10. 开头，如 10.1000/182',
    'a DOI, which begins with 10., as 10.1000/182',
  ),
  /** Six digits of a place, or twelve down to the village (statistical division codes). */
  'division-code': pattern(
    /^\d{6}(\d{3}(\d{3})?)?$/,
    '区划代码，应为 6、9 或 12 位数字',
    'a division code of 6, 9 or 12 digits',
  ),
  'stock-code': pattern(
    /^\d{6}(\.?(SH|SZ|BJ))?$/,
    '证券代码，应为 6 位数字，可带 SH、SZ、BJ',
    'a stock code: six digits, with SH, SZ or BJ or without',
  ),
  /** Codes that a source gives and no standard checks. */
  'own-code': pattern(/^\S.{0,99}$/u, '编号', 'a code'),
} as const satisfies Record<string, (text: string) => IdentifierReading>
export type IdentifierName = keyof typeof IDENTIFIERS

export function readIdentifier(name: IdentifierName, text: string): IdentifierReading {
  return IDENTIFIERS[name](text)
}

function pattern(form: RegExp, zh: string, en: string): (text: string) => IdentifierReading {
  return (text) => {
    const code = text.normalize('NFKC').trim().toUpperCase()
    return form.test(code) ? { ok: true, code } : refuse(`“${text}”不是${zh}`, `“${text}” is not ${en}`)
  }
}
