export type DiffLine =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string; readonly line: number }
  | { readonly kind: 'skipped'; readonly count: number; readonly line: number }

/** Beyond this many cells of the table, what lies between the first and the last difference is told as a whole. */
const MOST_CELLS = 4_000_000
const AROUND = 2

/** What lines were taken out and put in, with a little of what stands around them. `line` counts in the newer text. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1
  const middle = middleDiff(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const same = (text: string) => ({ kind: 'same', text }) as const
  return shortened(
    numbered([
      ...now.slice(0, head).map(same),
      ...middle,
      ...now.slice(now.length - tail, now.length).map(same),
    ]),
  )
}

interface Plain {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** By the longest common subsequence: Wagner and Fischer 1974. */
function middleDiff(old: readonly string[], now: readonly string[]): Plain[] {
  const width = now.length + 1
  const whole = (kind: Plain['kind'], lines: readonly string[]) => lines.map((text) => ({ kind, text }))
  if (old.length * width > MOST_CELLS) return [...whole('removed', old), ...whole('added', now)]
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: Plain[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]]
    if (a !== undefined && a === b) {
      found.push({ kind: 'same', text: a })
      i += 1
      j += 1
    } else if (a !== undefined && (b === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: a })
      i += 1
    } else if (b !== undefined) {
      found.push({ kind: 'added', text: b })
      j += 1
    }
  }
  return found
}

type Numbered = Plain & { readonly line: number }

function numbered(lines: readonly Plain[]): Numbered[] {
  let line = 1
  return lines.map((one) => {
    const own = { ...one, line }
    if (one.kind !== 'removed') line += 1
    return own
  })
}

/** Leaves out what is far from every difference. */
function shortened(lines: readonly Numbered[]): DiffLine[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'),
  )
  const found: DiffLine[] = []
  lines.forEach((one, at) => {
    const last = found.at(-1)
    if (near[at]) found.push(one)
    else if (last?.kind === 'skipped') found.splice(-1, 1, { ...last, count: last.count + 1 })
    else found.push({ kind: 'skipped', count: 1, line: one.line })
  })
  return found.every(({ kind }) => kind === 'skipped') ? [] : found
}
