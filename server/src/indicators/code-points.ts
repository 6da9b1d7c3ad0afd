/** Parts of a text whose places count code points, in one pass. */
export function codePointSlices(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string[] {
  // Without surrogates a code point is a code unit.
  if (!/[\ud800-\udfff]/.test(text)) return spans.map(({ start, end }) => text.slice(start, end))
  const wanted = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const units = new Map<number, number>()
  let point = 0
  let unit = 0
  for (const stop of wanted) {
    while (point < stop && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point += 1
    }
    units.set(stop, unit)
  }
  return spans.map(({ start, end }) => text.slice(units.get(start), units.get(end)))
}
