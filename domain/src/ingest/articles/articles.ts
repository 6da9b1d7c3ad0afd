import { type Paragraph, spanOf } from '../text/paragraph.js'
import { readParagraphs } from '../text/paragraphs.js'
import { type Measure, readMeasures } from './measures.js'
import { beginsWithPlace, firstRegion, leadingRegion, NOWHERE, type Region } from './region.js'

export interface Article {
  readonly title: string
  /** Code points of the file: from the first of the title to behind the last of the text. */
  readonly start: number
  readonly titleEnd: number
  readonly bodyStart: number
  readonly end: number
  readonly region: Region
  readonly measures: readonly Measure[]
}

/** What is known of an article while its text is being read. */
export interface OpenArticle {
  readonly title: Paragraph | null
  region: Region
}

export interface ArticleEvents {
  opened(article: OpenArticle): void
  /** A paragraph of the article's text; `lead` before its first measure. */
  paragraph(article: OpenArticle, paragraph: Paragraph, lead: boolean): void
  /** A line above a part of the text: its figures count where the text does not repeat them. */
  heading(article: OpenArticle, heading: Paragraph): void
  closed(article: OpenArticle, read: Article | null): void
}

export interface ArticleReader {
  push(chunk: string): void
  end(): void
}

/** Cuts a bulletin into its articles as its text arrives. */
export function readArticles(events: ArticleEvents): ArticleReader {
  let state = begin(null, events)
  const take = (paragraph: Paragraph): void => {
    if (paragraph.heading && isTitle(paragraph, state)) {
      close(state, events)
      state = begin(paragraph, events)
    } else if (paragraph.heading && continuesTitle(paragraph, state)) {
      state.open.title = joined(state.open.title as Paragraph, paragraph)
      locate(state.open, paragraph.text)
    } else if (paragraph.heading) {
      state.measures.subheading(paragraph)
      extend(state, paragraph)
      events.heading(state.open, paragraph)
    } else {
      body(state, paragraph, events)
    }
  }
  const reader = readParagraphs(beginsWithPlace, take)
  return {
    push: reader.push,
    end() {
      reader.end()
      close(state, events)
      state = begin(null, events)
    },
  }
}

interface State {
  readonly open: { title: Paragraph | null; region: Region }
  readonly measures: ReturnType<typeof readMeasures>
  bodyStart: number | null
  end: number
  hasBody: boolean
}

function begin(title: Paragraph | null, events: ArticleEvents): State {
  const open = { title, region: (title && leadingRegion(title.text)) ?? NOWHERE }
  const state: State = { open, measures: readMeasures(), bodyStart: null, end: 0, hasBody: false }
  if (title) state.end = spanOf(title, 0, title.text.length)[1]
  events.opened(open)
  return state
}

/** An article begins with a line that names a place, or with the first line of a file that has no article yet. */
function isTitle(paragraph: Paragraph, state: State): boolean {
  if (/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|目录|目次|本期)/.test(paragraph.text))
    return false
  if (beginsWithPlace(paragraph.text)) return true
  return state.open.title === null && !state.hasBody
}

/** What stands over the first part of an article rather than at the end of its title. */
const SECTION = /做法|情况|背景|成效|启示|举措|经验|思路|概况|摘要|导语|前言|引言|按语|问题|建议/

/** The second of two short lines of one title: `湖北黄冈：加快平台建设的` – `“三步”路径`. */
function continuesTitle(paragraph: Paragraph, state: State): boolean {
  const title = state.open.title
  if (!title || state.hasBody || state.measures.begun()) return false
  if (paragraph.text.length <= 8) return !SECTION.test(paragraph.text)
  return (
    title.text.length + paragraph.text.length <= 60 && paragraph.indent >= title.indent && title.indent >= 4
  )
}

function joined(title: Paragraph, more: Paragraph): Paragraph {
  return {
    ...title,
    text: title.text + more.text,
    raw: title.raw + more.raw,
    source: [...title.source, ...more.source],
    title: title.title + more.title,
  }
}

function locate(open: OpenArticle, text: string): void {
  if (open.region.province === null) open.region = leadingRegion(text) ?? NOWHERE
}

function extend(state: State, paragraph: Paragraph): void {
  const [start, end] = spanOf(paragraph, 0, paragraph.text.length)
  state.bodyStart ??= start
  state.end = end
}

function body(state: State, paragraph: Paragraph, events: ArticleEvents): void {
  if (state.open.region.province === null && !state.hasBody)
    state.open.region =
      (state.open.title && firstRegion(state.open.title.text)) ?? firstRegion(paragraph.text) ?? NOWHERE
  state.hasBody = true
  extend(state, paragraph)
  state.measures.body(paragraph)
  events.paragraph(state.open, paragraph, !state.measures.begun())
}

function close(state: State, events: ArticleEvents): void {
  const { title, region } = state.open
  if (!title || !state.hasBody) {
    events.closed(state.open, null)
    return
  }
  const [start, titleEnd] = spanOf(title, 0, title.text.length)
  events.closed(state.open, {
    title: title.title,
    start,
    titleEnd,
    bodyStart: state.bodyStart ?? titleEnd,
    end: state.end,
    region,
    measures: state.measures.end(),
  })
}
