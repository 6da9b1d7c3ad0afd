import { displayWidth } from './fold.js'
import { isFurniture } from './furniture.js'
import { ENDS_SENTENCE, type Layout, layoutOf } from './layout.js'
import { leadPhraseLength } from './lead-phrase.js'
import { type Line, splitLines } from './lines.js'
import { append, type Draft, emptyDraft, finish, type Paragraph, splitAt } from './paragraph.js'

/** Enough lines to see how a file is laid out. */
const WINDOW = 400

export interface ParagraphReader {
  push(chunk: string): void
  end(): void
}

/** Puts paragraphs together from lines: across page breaks, running heads and blank lines between visual lines. */
export function readParagraphs(
  beginsWithPlace: (text: string) => boolean,
  take: (paragraph: Paragraph) => void,
): ParagraphReader {
  let window: Line[] | null = []
  let layout: Layout | null = null
  let pending: Line | undefined
  let before: Line | undefined
  let afterFurniture = false
  let draft: Draft = emptyDraft()
  let afterHeading = false

  const close = (): void => {
    if (draft.text !== '')
      for (const paragraph of shaped(draft, { beginsWithPlace, afterHeading })) {
        take(paragraph)
        afterHeading = paragraph.heading
      }
    draft = emptyDraft()
  }
  const place = (line: Line, after: Line | undefined, seen: Layout): void => {
    const inSentence = draft.text !== '' && !ENDS_SENTENCE.test(draft.text)
    if (isFurniture(line, seen, { before, after, afterFurniture, inSentence })) {
      afterFurniture = true
      before = line
      return
    }
    afterFurniture = false
    before = line
    if (draft.text !== '' && endsBefore(draft, line, seen, { beginsWithPlace, afterHeading })) close()
    append(draft, line)
    // What never ends is cut where a sentence does, so that memory stays flat.
    if (draft.text.length > 20_000 && ENDS_SENTENCE.test(draft.text)) close()
    if (draft.text.length > 100_000) close()
  }
  const next = (line: Line): void => {
    if (pending && layout) place(pending, line, layout)
    pending = line
  }
  const begin = (): void => {
    if (!window) return
    layout = layoutOf(window)
    const lines = window
    window = null
    for (const line of lines) next(line)
  }
  const lines = splitLines((line) => {
    if (!window) next(line)
    else if (window.push(line) >= WINDOW) begin()
  })
  return {
    push: lines.push,
    end() {
      lines.end()
      begin()
      if (pending && layout) place(pending, undefined, layout)
      pending = undefined
      close()
    },
  }
}

const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|、)|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,2}[，,]|[①-⑳])/
/** How a text begins after its title. */
const BODY = /^(?:近年|近日|近期|日前|今年|去年|为|目前|截至|自?(?:19|20)\d\d\s*年)/
/** A line that is less full than this was ended, not wrapped: the first line of a paragraph lacks its indent only. */
const FULL = 0.92
const INDENT = 4
const CONTINUES = /^[，。、；：）》”’」』,.;:%％!?！？]/

interface Around {
  readonly beginsWithPlace: (text: string) => boolean
  readonly afterHeading: boolean
}

const LIST_MARK = /^(?:[●·•◆■▪➤※]|[\d０-９]{1,2}[．.、](?![\d０-９])|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])/
/** `R&D投入强度：7.04%`, `其中：企业支出 171.8亿元`, `高校支出 6.2亿元`. */
const ITEM = /^[^，。；：:]{2,24}[：:][^。]*[\d０-９][^。，]*$|^[^，。；：:\d]{2,14}\s*[\d.,]+[万亿]?\S{1,2}$/

/** Lines of a list end without a mark. */
function endsItem(last: Line, next: Line): boolean {
  const item = ITEM.test(last.text)
  if (LIST_MARK.test(next.text)) return item || /：$/.test(last.text) || LIST_MARK.test(last.text)
  return item && (ITEM.test(next.text) || MARKER.test(next.text))
}

function endsBefore(draft: Draft, next: Line, layout: Layout, around: Around): boolean {
  const { beginsWithPlace, afterHeading } = around
  const last = draft.lines.at(-1)
  if (CONTINUES.test(next.text)) return false
  // The first line of a text is short by its indent, which may be lost.
  const indent = afterHeading && draft.length === 1 ? INDENT : 0
  const short = last === undefined || widthShare(last, layout, indent) < FULL
  if (afterHeading && draft.length === 1 && isScrap(draft.text)) return true
  if (ENDS_SENTENCE.test(draft.text)) {
    if (short) return true
    if (beginsWithPlace(next.text) && !/[，。]/.test(next.text) && widthShare(next, layout) < FULL)
      return true
    if (leadPhraseLength(draft.text) > 0 && leadPhraseLength(next.text) > 0) return true
    return MARKER.test(next.text) || next.indent >= (last?.indent ?? 0) + 2
  }
  if (looksLikeHeading(draft.text, beginsWithPlace)) {
    if (short) return true
    const bodyBegins = BODY.test(next.text) || next.indent >= (last?.indent ?? 0) + 2
    return bodyBegins && beginsWithPlace(draft.text)
  }
  if (short && last !== undefined && endsItem(last, next)) return true
  return short && gluedTitle(draft.text, beginsWithPlace) > 0
}

function widthShare(line: Line, layout: Layout, indent = 0): number {
  return layout.width === null ? 0 : (displayWidth(line.text) + indent) / layout.width
}

const LONGEST_TITLE = 60
const OPEN_END = /[、：，,“‘（《\-的和与及在为是以对将]$/

/** Short, and no sentence: may be the title of an article or a heading inside it. */
function looksLikeHeading(text: string, beginsWithPlace: (text: string) => boolean): boolean {
  if (text.length < 5 || text.length > LONGEST_TITLE || OPEN_END.test(text)) return false
  if (/[。；！？]/.test(text) || !balanced(text)) return false
  return !text.includes('，') || (/^[^，]{2,12}：/.test(text) && beginsWithPlace(text))
}

function balanced(text: string): boolean {
  for (const [open, shut] of ['“”', '（）', '《》', '‘’'].map((pair) => [...pair]))
    if (text.split(open ?? '').length !== text.split(shut ?? '').length) return false
  return true
}

/** A few characters on a line below a title: the rest of it, or a heading such as 主要做法. */
function isScrap(text: string): boolean {
  return text.length <= 8 && /^[\p{L}”]+$/u.test(text)
}

/** Where a title begins that stands on the line of the sentence before it; 0 where there is none. */
function gluedTitle(text: string, beginsWithPlace: (text: string) => boolean): number {
  const end = Math.max(text.lastIndexOf('。'), text.lastIndexOf('。”') + 1)
  if (end <= 0) return 0
  const tail = text.slice(end + 1)
  return tail.length >= 8 && looksLikeHeading(tail, beginsWithPlace) && beginsWithPlace(tail) ? end + 1 : 0
}

function shaped(draft: Draft, { beginsWithPlace, afterHeading }: Around): Paragraph[] {
  const ended = ENDS_SENTENCE.test(draft.text)
  if (!ended) {
    const at = gluedTitle(draft.text, beginsWithPlace)
    if (at > 0) return splitAt(draft, at)
  }
  const scrap = afterHeading && isScrap(draft.text)
  const item = ITEM.test(draft.text) && !beginsWithPlace(draft.text)
  return [finish(draft, scrap || (!ended && !item && looksLikeHeading(draft.text, beginsWithPlace)))]
}
