/** A bracket, a comma, a colon, a line end, or where a text begins; the rest does not matter here. */
const PIECE = /["{}[\]:,\n]/

export interface DuplicateKey {
  readonly key: string
  readonly line: number
}

/**
 * The first key that stands twice in one object of a valid JSON text: `JSON.parse` would keep the later value and say
 * nothing.
 */
export function duplicateKey(json: string): DuplicateKey | undefined {
  const open: (Set<string> | null)[] = []
  let line = 1
  let text: string | null = null
  for (const piece of piecesOf(json)) {
    if (piece === '\n') line += 1
    else if (piece === '{') open.push(new Set())
    else if (piece === '[') open.push(null)
    else if (piece === '}' || piece === ']') open.pop()
    else if (piece === ':' && text !== null) {
      const key = JSON.parse(text) as string
      const keys = open.at(-1)
      if (keys?.has(key)) return { key, line }
      keys?.add(key)
    }
    if (piece !== '\n') text = piece.startsWith('"') ? piece : null
  }
  return undefined
}

/** Texts are walked over, not matched: an expression for one gives up at some megabytes. */
function* piecesOf(json: string): Generator<string> {
  const pieces = new RegExp(PIECE, 'g')
  for (let found = pieces.exec(json); found !== null; found = pieces.exec(json)) {
    if (found[0] !== '"') {
      yield found[0]
      continue
    }
    const end = endOfText(json, found.index)
    yield json.slice(found.index, end)
    pieces.lastIndex = end
  }
}

function endOfText(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let escapes = 0
    while (json[quote - 1 - escapes] === '\\') escapes += 1
    if (escapes % 2 === 0) return quote + 1
  }
  return json.length
}
