import type { Citation } from '../../rules/result.js'

const DIGITS = '零一二三四五六七八九'

/** `六`, `十一`, `二十三` or `8` as a number. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const ten = tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens ?? ''))
  return ten * 10 + Math.max(0, DIGITS.indexOf(ones || '零'))
}

interface Place {
  readonly family: string
  readonly numbers: readonly number[]
}

/** `第六条（四）` is the sixth article's fourth item. */
function placeOf(cite: Citation | null | undefined): Place | undefined {
  const [first = ''] = (cite?.article ?? '').split('、')
  const numbers = [...first.matchAll(/[零一二三四五六七八九十]+|\d+/g)].map(([text]) => numberOf(text))
  const family = /^[^零一二三四五六七八九十\d（(]*/.exec(first)?.[0] ?? ''
  return numbers.length === 0 ? undefined : { family: `${cite?.document.split('、')[0]} ${family}`, numbers }
}

function isAfter(a: Place, b: Place): boolean {
  for (const [i, n] of a.numbers.entries()) {
    const other = b.numbers[i]
    if (other === undefined) return true
    if (n !== other) return n > other
  }
  return false
}

/**
 * The official order: what the file lists apart (good standing, titles) stands where its article does among the
 * other conditions, before those if their articles cannot be compared.
 */
export function inOfficialOrder<
  T extends { readonly part: string | null | undefined; readonly cite?: Citation | null | undefined },
>(items: readonly T[]): T[] {
  const ordered = items.filter((item) => item.part === 'need')
  const apart = items.filter((item) => item.part !== 'need')
  let first = 0
  for (const item of apart) {
    const place = placeOf(item.cite)
    const at = place ? positionOf(place, ordered) : undefined
    ordered.splice(at ?? first, 0, item)
    if (at === undefined) first += 1
  }
  return ordered
}

/** After the last item of the same document and kind of article that does not come later. */
function positionOf(
  place: Place,
  items: readonly { readonly cite?: Citation | null | undefined }[],
): number | undefined {
  let at: number | undefined
  for (const [i, item] of items.entries()) {
    const other = placeOf(item.cite)
    if (other?.family !== place.family) continue
    if (isAfter(other, place)) return at ?? i
    at = i + 1
  }
  return at
}
