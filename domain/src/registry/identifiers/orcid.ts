import { type IdentifierReading, refuse } from './check.js'

/** An ORCID iD: sixteen characters, of which the last is the check character of ISO 7064, mod 11-2. */
export function parseOrcid(text: string): IdentifierReading {
  const code = text
    .normalize('NFKC')
    .trim()
    .replace(/^https?:\/\/orcid\.org\//i, '')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
  if (!/^\d{15}[\dX]$/.test(code))
    return refuse(
      `“${text}”不是 ORCID：应为 0000-0000-0000-0000 形式的 16 位`,
      `“${text}” is not an ORCID iD: sixteen characters as 0000-0000-0000-0000`,
    )
  let total = 0
  for (const digit of code.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11
  const rest = (12 - total) % 11
  const expected = rest === 10 ? 'X' : String(rest)
  if (code[15] !== expected)
    return refuse(
      'ORCID 的校验位不符，号码有抄写错误',
      'The check character of the ORCID iD does not fit: some digit is mistyped',
    )
  return { ok: true, code: code.replace(/(.{4})(?=.)/g, '$1-') }
}
