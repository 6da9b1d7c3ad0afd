import { fold } from './fold.js'
import { headKey, type Layout } from './layout.js'
import type { Line } from './lines.js'

const PAGE_NUMBER =
  /^(?:[-－—–·•|\s]*\d{1,4}[-－—–·•|\s]*|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/i
const BARE_NUMBER = /^\d{1,4}$/
/** No page is numbered so: the rest of a number that a page break cut. */
const NO_PAGE = /^0/
/** A line of a table of contents: dots that lead to a page. */
const LEADER = /(?:[.．·…]\s*){4,}\s*[(（]?\d{1,4}[)）]?$/
/** How a masthead or a running head names its issue. */
const ISSUE = /第\s*\d{1,4}\s*期|总第|内部资料|主办单位|编印/
const NEVER_HEAD = /[。！？；]/
const UNIT_FOLLOWS = /^[余多个家项人名位次场件所支户亿万元%％年月天]/

export type Context = {
  readonly before: Line | undefined
  readonly after: Line | undefined
  /** The line before it was part of no paragraph either. */
  readonly afterFurniture: boolean
  /** The paragraph it would stand in has begun and not ended. */
  readonly inSentence: boolean
}

/** Page numbers, running heads, contents: what belongs to the page and not to the text. */
export function isFurniture(line: Line, layout: Layout, context: Context): boolean {
  const text = plainDigits(line.text)
  if (LEADER.test(text)) return true
  if (PAGE_NUMBER.test(text)) return isPageNumber(line, layout, context)
  if (text.length > 60 || NEVER_HEAD.test(text)) return false
  const apart = line.gap > layout.gap + 1 || (context.after?.gap ?? 0) > layout.gap + 1
  const besideNumber = isLonelyNumber(context.before) || isLonelyNumber(context.after)
  if (layout.repeated.has(headKey(text))) return apart || besideNumber || context.inSentence
  if (ISSUE.test(text) && text.length < 40 && (apart || !context.inSentence)) return !/[，]/.test(text)
  return apart && besideNumber && line.indent >= 4
}

function isLonelyNumber(line: Line | undefined): boolean {
  return line !== undefined && PAGE_NUMBER.test(plainDigits(line.text))
}

/** Full-width print numbers its pages in full width too. */
function plainDigits(text: string): string {
  return /[\uff10-\uff19]/.test(text) ? [...text].map(fold).join('') : text
}

/** A number that stands alone may be one of the text, cut off by two line breaks. */
function isPageNumber(line: Line, layout: Layout, context: Context): boolean {
  if (!BARE_NUMBER.test(plainDigits(line.text))) return true
  if (NO_PAGE.test(plainDigits(line.text)) && context.inSentence) return false
  const after = context.after
  // 8⏎6⏎0亿元: digits on both sides, and no running head, make it part of their number.
  if (
    context.inSentence &&
    !context.afterFurniture &&
    after !== undefined &&
    !layout.repeated.has(headKey(after.text)) &&
    /[\d.,]$/.test(plainDigits(context.before?.text ?? '')) &&
    /^[\d.,]/.test(plainDigits(after.text))
  )
    return false
  if (context.afterFurniture || line.gap > layout.gap + 1) return true
  if (after === undefined) return true
  if (layout.repeated.has(headKey(after.text)) || after.gap > layout.gap + 1) return true
  return !UNIT_FOLLOWS.test(after.text) || !context.inSentence
}
