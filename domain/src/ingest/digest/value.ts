const SCALES = [
  ['亿', 8],
  ['万', 4],
] as const
/** Digits behind the point beyond which a larger unit would be harder to read. */
const MOST_DIGITS = 4

/** An exact decimal with its unit as people write it: `1250000000` 元 is 12.5亿元. Nothing is rounded. */
export function shownValue(value: string, unit: string): string {
  if (unit === '%' || unit === '') return `${value}${unit}`
  const [whole = ''] = value.replace(/^-/, '').split('.')
  for (const [word, places] of SCALES) {
    if (whole.length <= places) continue
    const shifted = shiftLeft(value, places)
    if ((shifted.split('.')[1] ?? '').length <= MOST_DIGITS) return `${shifted}${word}${unit}`
  }
  return `${value}${unit}`
}

/** The point moved so many digits to the left, without the zeros that it leaves. */
export function shiftLeft(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = value.slice(sign.length).split('.')
  const digits = whole.padStart(places + 1, '0')
  const at = digits.length - places
  const behind = `${digits.slice(at)}${part}`.replace(/0+$/, '')
  const before = digits.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${sign}${before}${behind === '' ? '' : `.${behind}`}`
}
