/** Part of a text by code points. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface Piece {
  readonly text: string
  /** Read into the programme, not read, or neither. */
  readonly mark: 'read' | 'unread' | null
}

/** A sentence cut where something was read from it, or was not; what was read goes before what was not. */
export function sentencePieces(
  sentence: Pick<Place, 'start'> & { readonly text: string },
  read: readonly Place[],
  unread: readonly Place[],
): Piece[] {
  const markAt = (at: number): Piece['mark'] => {
    const holds = ({ start, end }: Place) => start <= at && at < end
    if (unread.some(holds)) return 'unread'
    return read.some(holds) ? 'read' : null
  }
  const pieces: Piece[] = []
  for (const [i, point] of [...sentence.text].entries()) {
    // The file breaks its lines anywhere.
    if (/\s/.test(point)) continue
    const mark = markAt(sentence.start + i)
    const last = pieces.at(-1)
    if (last?.mark === mark) pieces[pieces.length - 1] = { text: last.text + point, mark }
    else pieces.push({ text: point, mark })
  }
  return pieces
}

/** The line of a text that names a place of the report, from 1; null where a person took it out. */
export function lineOf(text: string, { start, end }: Place): number | null {
  const mark = new RegExp(`原文 ${start}–${end}(?!\\d)`)
  const lines = text.split('\n')
  // What a line says of itself stands behind it; whole lines of comments come before.
  const own = lines.findIndex((line) => !line.startsWith('#') && mark.test(line))
  const found = own >= 0 ? own : lines.findIndex((line) => mark.test(line))
  return found < 0 ? null : found + 1
}
