/** One piece of JSON: a text, a bracket, a comma, a colon, or a line end; the rest does not matter here. */
const PIECE = /"(?:[^"\\]|\\.)*"|[{}[\]:,\n]/g

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
  for (const [piece] of json.matchAll(PIECE)) {
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
