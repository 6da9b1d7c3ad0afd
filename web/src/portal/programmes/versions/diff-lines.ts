import { diffLines, diffWordsWithSpace } from 'diff'

export interface Piece {
  readonly text: string
  readonly changed: boolean
}

export interface Line {
  readonly number: number
  readonly pieces: readonly Piece[]
}

/** A row of two texts side by side: the same line in both, or what stands in its place. */
export type Row =
  | { readonly kind: 'same'; readonly old: Line; readonly now: Line }
  | { readonly kind: 'changed'; readonly old: Line | null; readonly now: Line | null }
  /** Lines that are the same, and are not shown. */
  | { readonly kind: 'skipped'; readonly count: number; readonly after: number }

/** So many lines around a change are shown with it. */
const AROUND = 3

/** Two texts line by line, with what lies around each change. */
export function diffRows(before: string, after: string): Row[] {
  return folded(allRows(before, after))
}

type Shown = Exclude<Row, { kind: 'skipped' }>

function allRows(before: string, after: string): Shown[] {
  const rows: Shown[] = []
  let [oldNumber, newNumber] = [1, 1]
  let removed: string[] = []
  const pair = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i += 1) {
      const [old, now] = [removed[i], added[i]]
      const [oldPieces, newPieces] = piecesOf(old, now)
      rows.push({
        kind: 'changed',
        old: old === undefined ? null : { number: oldNumber++, pieces: oldPieces },
        now: now === undefined ? null : { number: newNumber++, pieces: newPieces },
      })
    }
    removed = []
  }
  for (const part of diffLines(before, after)) {
    const lines = part.value.replace(/\n$/, '').split('\n')
    if (part.removed) removed = lines
    else if (part.added) pair(lines)
    else {
      pair([])
      for (const text of lines) {
        const pieces = [{ text, changed: false }]
        rows.push({
          kind: 'same',
          old: { number: oldNumber++, pieces },
          now: { number: newNumber++, pieces },
        })
      }
    }
  }
  pair([])
  return rows
}

/** Within a line that stands in another's place, what is different of it. */
function piecesOf(old: string | undefined, now: string | undefined): [Piece[], Piece[]] {
  if (old === undefined || now === undefined) return [whole(old), whole(now)]
  const parts = diffWordsWithSpace(old, now)
  const side = (left: 'added' | 'removed') =>
    parts
      .filter((part) => !part[left === 'added' ? 'removed' : 'added'])
      .map((part) => ({ text: part.value, changed: part[left] === true }))
  return [side('removed'), side('added')]
}

function whole(text: string | undefined): Piece[] {
  return text === undefined ? [] : [{ text, changed: true }]
}

function folded(rows: readonly Shown[]): Row[] {
  const near = rows.map((_, i) =>
    rows.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(({ kind }) => kind === 'changed'),
  )
  const shown: Row[] = []
  for (const [i, row] of rows.entries()) {
    const last = shown.at(-1)
    if (near[i]) shown.push(row)
    else if (last?.kind === 'skipped') shown[shown.length - 1] = { ...last, count: last.count + 1 }
    else shown.push({ kind: 'skipped', count: 1, after: i })
  }
  return shown
}
