export interface Line {
  /** Without white space at either end. */
  readonly text: string
  /** Of its first character, in code points of the whole file. */
  readonly start: number
  readonly indent: number
  /** Blank lines before it; a page break counts as many. */
  readonly gap: number
}

/** A page break weighs as more blank lines than any layout leaves inside a page. */
const PAGE_BREAK = 8
/** A file without line breaks is cut here, so that memory stays flat; the pieces are joined again as one paragraph. */
const LONGEST = 20_000

export interface LineSplitter {
  push(chunk: string): void
  end(): void
}

/** Cuts text that arrives in pieces into lines, counting code points. */
export function splitLines(take: (line: Line) => void): LineSplitter {
  let rest = ''
  let offset = 0
  let gap = 0

  const finish = (raw: string): void => {
    const text = raw.trim()
    if (text === '') {
      gap += 1
      offset += countCodePoints(raw)
      return
    }
    const lead = raw.length - raw.trimStart().length
    take({ text, start: offset + lead, indent: indentOf(raw, lead), gap })
    gap = 0
    offset += countCodePoints(raw)
  }
  const cut = (last: boolean): void => {
    let from = 0
    for (let i = 0; i < rest.length; i += 1) {
      const code = rest.charCodeAt(i)
      if (!isBreak(code)) continue
      // A carriage return at the end of a piece may have its line feed in the next one.
      if (code === 13 && i === rest.length - 1 && !last) break
      finish(rest.slice(from, i))
      offset += 1
      if (code === 12) gap += PAGE_BREAK
      if (code === 13 && rest.charCodeAt(i + 1) === 10) {
        i += 1
        offset += 1
      }
      from = i + 1
    }
    rest = rest.slice(from)
  }
  return {
    push(chunk) {
      rest += chunk
      cut(false)
      while (rest.length > LONGEST) {
        const end = safeCut(rest)
        finish(rest.slice(0, end))
        rest = rest.slice(end)
      }
    },
    end() {
      cut(true)
      if (rest !== '') finish(rest)
      rest = ''
    },
  }
}

function isBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x2028 || code === 0x2029 || code === 0x85
}

/** After the last sentence that fits, else between two characters. */
function safeCut(text: string): number {
  const sentence = text.lastIndexOf('。', LONGEST - 1) + 1
  if (sentence > LONGEST / 2) return sentence
  const low = text.charCodeAt(LONGEST)
  return low >= 0xdc00 && low <= 0xdfff ? LONGEST - 1 : LONGEST
}

/** Spaces count one, the ideographic space two. */
function indentOf(raw: string, lead: number): number {
  let indent = 0
  for (let i = 0; i < lead; i += 1) indent += raw[i] === '\u3000' ? 2 : 1
  return indent
}

export function countCodePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next <= 0xdfff) count -= 1
    }
  }
  return count
}
