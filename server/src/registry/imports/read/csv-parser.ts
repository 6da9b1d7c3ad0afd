import type { SourceRow } from './table.js'

/** A record longer than this is told and left out: an unclosed quotation mark would take in the rest of the file. */
const LONGEST_RECORD = 2_000_000

/** Said instead of a line end where a quotation mark is open. */
const UNCLOSED_YET = -2
const UNCLOSED = { zh: '引号没有闭合', en: 'A quotation mark is not closed' }

/** Takes text of a CSV file apart, piece by piece; quotation marks count where a cell begins with one. */
export class CsvParser {
  readonly #delimiter: string
  #rest = ''
  #row = 0
  /** Inside a record that is too long, of which nothing is kept: whether a quotation mark is open in it. */
  #skipping: 'quoted' | 'plain' | null = null

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** The row of the last record that was told. */
  get row(): number {
    return this.#row
  }

  /** Whether what comes next begins a record. */
  get isBetween(): boolean {
    return this.#rest === '' && this.#skipping === null
  }

  /** Records that somebody else takes. */
  passOver(count: number): void {
    this.#row += count
  }

  push(text: string): SourceRow[] {
    const all = this.#rest === '' ? text : this.#rest + text
    if (this.#skipping === null && !all.includes('"')) return this.#plain(all)
    const rows: SourceRow[] = []
    let from = 0
    if (this.#skipping !== null) {
      const end = this.#endOfSkipped(all)
      if (end < 0) {
        // Nobody knows yet whether the mark closes a cell or stands for one in it.
        this.#rest = this.#skipping === 'quoted' && all.endsWith('"') ? '"' : ''
        return rows
      }
      this.#skipping = null
      rows.push(this.#tooLong())
      from = end + 1
    }
    for (;;) {
      const end = this.#endOfRecord(all, from)
      if (end < 0) break
      this.#take(all.slice(from, end), rows)
      from = end + 1
    }
    this.#keep(all.slice(from))
    return rows
  }

  /** What is too long to be a record is passed over until it ends. */
  #keep(rest: string): void {
    this.#rest = rest
    if (rest.length <= LONGEST_RECORD) return
    this.#skipping = this.#endOfRecord(rest, 0) === UNCLOSED_YET ? 'quoted' : 'plain'
    this.#rest = ''
  }

  /** What stands behind the last line end. */
  end(): SourceRow[] {
    const rows: SourceRow[] = []
    if (this.#skipping !== null) rows.push(this.#tooLong())
    while (this.#skipping === null && this.#rest !== '') {
      const line = this.#rest.indexOf('\n')
      if (line < 0) {
        this.#take(this.#rest, rows)
        break
      }
      // A quotation mark that nothing closes took in all that follows: that row is told, the others are read.
      this.#row += 1
      rows.push({ row: this.#row, cells: [], problem: UNCLOSED })
      rows.push(...this.push(this.#drop(line + 1)))
    }
    this.#rest = ''
    return rows
  }

  #drop(count: number): string {
    const text = this.#rest.slice(count)
    this.#rest = ''
    return text
  }

  /** Without any quotation mark a line is a record. */
  #plain(all: string): SourceRow[] {
    const lines = all.split('\n')
    this.#keep(lines.pop() ?? '')
    const rows: SourceRow[] = []
    for (const line of lines) this.#take(line, rows)
    return rows
  }

  #take(record: string, rows: SourceRow[]): void {
    this.#row += 1
    const text = record.endsWith('\r') ? record.slice(0, -1) : record
    if (text === '') return
    rows.push({
      row: this.#row,
      cells: text.includes('"') ? quotedCells(text, this.#delimiter) : text.split(this.#delimiter),
    })
  }

  /** Where the line end stands that ends the record; negative where it is not there yet. */
  #endOfRecord(text: string, from: number): number {
    let at = from
    for (;;) {
      const line = text.indexOf('\n', at)
      const quote = text.indexOf('"', at)
      if (quote < 0 || (line >= 0 && line < quote)) return line
      const before = quote === from ? this.#delimiter : text[quote - 1]
      if (before !== this.#delimiter) {
        at = quote + 1
        continue
      }
      const close = closingQuote(text, quote + 1)
      if (close < 0) return UNCLOSED_YET
      at = close + 1
    }
  }

  /** Where the record ends that is passed over; negative where it goes on. */
  #endOfSkipped(text: string): number {
    let from = 0
    if (this.#skipping === 'quoted') {
      const close = closingQuote(text, 0)
      if (close < 0) return -1
      from = close + 1
    }
    const end = this.#endOfRecord(text, from)
    if (end < 0) this.#skipping = end === UNCLOSED_YET ? 'quoted' : 'plain'
    return end
  }

  #tooLong(): SourceRow {
    this.#row += 1
    return {
      row: this.#row,
      cells: [],
      problem: {
        zh: `这一行超过 ${LONGEST_RECORD / 1_000_000} 百万字符，可能有引号没有闭合`,
        en: `The row has more than ${LONGEST_RECORD / 1_000_000} million characters; a quotation mark may not be closed`,
      },
    }
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  // At the very end nobody knows yet whether another follows.
  return at === text.length - 1 ? -1 : at
}

function quotedCells(text: string, delimiter: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      const found = closingQuote(`${text}\n`, at + 1)
      const close = found < 0 ? text.length : found
      const next = text.indexOf(delimiter, close)
      const tail = text.slice(close + 1, next < 0 ? undefined : next)
      cells.push(text.slice(at + 1, close).replaceAll('""', '"') + tail.trimEnd())
      if (next < 0) return cells
      at = next + 1
    } else {
      const next = text.indexOf(delimiter, at)
      cells.push(text.slice(at, next < 0 ? undefined : next))
      if (next < 0) return cells
      at = next + 1
    }
  }
}
