/** Part of a report, by code points. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Part of a report without its line breaks and spaces; every character knows where it stands. */
export interface Plain {
  readonly text: string
  span(from: number, to: number): Span
  slice(from: number, to: number): Plain
  /** Where a place of the report is in `text`. */
  indexOf(point: number): number
}

export function plainOf(points: readonly string[], start: number, end: number): Plain {
  const at: number[] = []
  let text = ''
  for (let i = start; i < end; i += 1) {
    const c = points[i] ?? ''
    if (/\s/.test(c)) continue
    text += c
    for (let unit = 0; unit < c.length; unit += 1) at.push(i)
  }
  return plainFrom(points, text, at)
}

function plainFrom(points: readonly string[], text: string, at: readonly number[]): Plain {
  return {
    text,
    span(from, to) {
      const start = at[from] ?? 0
      const end = to > from ? (at[to - 1] ?? start) + 1 : start
      return { start, end, text: points.slice(start, end).join('') }
    },
    slice: (from, to) => plainFrom(points, text.slice(from, to), at.slice(from, to)),
    indexOf(point) {
      const found = at.findIndex((place) => place >= point)
      return found < 0 ? text.length : found
    },
  }
}

/** The stretches between marks, by their places in `text`. */
export function cutAt(text: string, mark: RegExp): [from: number, to: number][] {
  const found: [number, number][] = []
  let from = 0
  for (let i = 0; i <= text.length; i += 1)
    if (i === text.length || mark.test(text[i] ?? '')) {
      if (i > from) found.push([from, i])
      from = i + 1
    }
  return found
}

export const plain = (text: string) => text.replaceAll(/\s/g, '')

/** Part of a span; places in it are UTF-16 units. */
export function partOf(span: Span, from: number, to = span.text.length): Span {
  const start = span.start + [...span.text.slice(0, from)].length
  const text = span.text.slice(from, to)
  return { start, end: start + [...text].length, text }
}

/** The parts of a span between marks. */
export function cut(span: Span, mark: RegExp): Span[] {
  return cutAt(span.text, mark).map(([from, to]) => partOf(span, from, to))
}
