import { type IdentifierReading, refuse } from './check.js'

/** The digit after the year says what is applied for: invention, utility model, design, and the two by PCT. */
const KINDS = new Set(['1', '2', '3', '8', '9'])

/**
 * A Chinese application or patent number: `202110123456.X`, `ZL202110123456.X`, and until 2003 `ZL00123456.7`
 * (ZC 0006-2003). The character after the point is computed from the others. A publication number such as
 * `CN112345678A` has no check character.
 */
export function parsePatentNumber(text: string): IdentifierReading {
  const code = text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase()
  if (/^CN\d{7,9}[A-Z]\d?$/.test(code)) return { ok: true, code }
  const [, , digits, check] = /^(ZL|CN)?(\d{12}|\d{8})\.?([\dX])$/.exec(code) ?? []
  if (digits === undefined || check === undefined)
    return refuse(
      `“${text}”不是专利号：应为 12 位数字加小数点和校验位（2003 年以前为 8 位），前面可有 ZL`,
      `“${text}” is not a patent number: twelve digits (eight before 2003), a point and a check character, after ZL or not`,
    )
  const kind = digits.length === 12 ? digits.charAt(4) : digits.charAt(2)
  if (!KINDS.has(kind))
    return refuse(
      `专利号中表示类型的数字是 ${kind}，应为 1、2、3、8 或 9`,
      `The digit that says the kind is ${kind}; it is 1, 2, 3, 8 or 9`,
    )
  const expected = checkOf(digits)
  if (check !== expected)
    return refuse(
      `专利号校验位不符，号码有抄写错误：小数点后应为 ${expected}`,
      `The check character does not fit, some digit is mistyped: ${expected} should follow the point`,
    )
  return { ok: true, code: `${digits}.${check}` }
}

/** Digits times 2 to 9, over and over; the rest by 11, where X is ten. */
function checkOf(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[i]) * ((i % 8) + 2)
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}
