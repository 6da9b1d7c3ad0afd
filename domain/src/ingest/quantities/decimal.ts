/** `81.68` times ten to the eighth is `8168000000`: exact, and without trailing zeros. */
export function shift(digits: string, power: number): string {
  const [whole = '', part = ''] = digits.replaceAll(/[, ，]/g, '').split('.')
  const all = whole + part
  const point = whole.length + power
  const padded = point > all.length ? all.padEnd(point, '0') : all
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = padded.slice(point).replace(/0+$/, '')
  return right === '' ? left : `${left}.${right}`
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((c, i): [string, number] => [c, i]).concat([['两', 2]]),
)
const SMALL: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const LARGE: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])

/** `一百二十` is 120, `两万三千` 23000, `二零二三` 2023; null for what is no number: `百`, `三十十`. */
export function parseChinese(text: string): number | null {
  if (/^[零一二三四五六七八九]{2,}$/.test(text))
    return Number([...text].map((c) => DIGITS.get(c) ?? 0).join(''))
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastSmall = Number.POSITIVE_INFINITY
  for (const [i, c] of [...text].entries()) {
    const value = DIGITS.get(c)
    const small = SMALL.get(c)
    const large = LARGE.get(c)
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
    } else if (small !== undefined) {
      // Only 十 stands without a digit: 十二, 万一十.
      if (digit === null && !(small === 10 && section === 0 && i === 0)) return null
      if (small >= lastSmall) return null
      lastSmall = small
      section += (digit ?? 1) * small
      digit = null
    } else if (large !== undefined) {
      const before = section + (digit ?? 0)
      if (before === 0) return null
      total = (large === 100_000_000 ? total + before : before) * large + (large === 100_000_000 ? 0 : total)
      section = 0
      digit = null
      lastSmall = Number.POSITIVE_INFINITY
    } else return null
  }
  return total + section + (digit ?? 0)
}
