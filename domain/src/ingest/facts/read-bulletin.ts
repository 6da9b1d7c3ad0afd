import { type Article, type OpenArticle, readArticles } from '../articles/articles.js'
import type { Paragraph } from '../text/paragraph.js'
import type { Fact } from './fact.js'
import { emptyMemory } from './memory.js'
import { type PeriodMention, periodsIn, type YearContext } from './period.js'
import { leadPeriod } from './period-of.js'
import { type Reading, readSentence } from './read-sentence.js'
import { sentencesIn } from './sentences.js'

export interface BulletinEvents {
  /** A fact as soon as it is read; `article` is its title, null for text before the first. */
  fact(fact: Fact, article: string | null): void
  article(article: Article): void
}

export interface BulletinReader {
  push(chunk: string): void
  end(): void
}

interface State {
  reading: Reading
  /** `四个机制` counts once in an article, and its title repeats what the text says. */
  readonly labels: Set<string>
  readonly figures: Set<string>
  /** A period was told in the lead: what a later sentence begins with is no longer of the whole. */
  dated: boolean
  /** `2024年重点抓好以下工作：` holds for the points that follow. */
  named: string | null
  readonly headings: Paragraph[]
}

/** Reads a bulletin as its text arrives: nothing is held but the article's lead and the paragraph at hand. */
export function readBulletin(events: BulletinEvents): BulletinReader {
  const years: YearContext = { year: null, fresh: true }
  let state = begin({ title: null, region: { province: null, city: null } })

  function begin(article: OpenArticle): State {
    const reading: Reading = {
      get region() {
        return article.region
      },
      years,
      memory: emptyMemory(),
      before: { period: null, basis: null },
      lead: null,
    }
    years.fresh = true
    return { reading, labels: new Set(), figures: new Set(), dated: false, named: null, headings: [] }
  }
  const reader = readArticles({
    opened(article) {
      state = begin(article)
    },
    paragraph(article, paragraph, lead) {
      if (!state.dated && article.title) dateByTitle(article.title, state)
      readParagraph(paragraph, lead, state, (fact) => events.fact(fact, article.title?.title ?? null))
    },
    heading(_, heading) {
      if (/\d/.test(heading.text) && state.headings.length < 200) state.headings.push(heading)
    },
    closed(article, read) {
      for (const heading of state.headings)
        for (const fact of titleFacts(heading, state)) events.fact(fact, article.title?.title ?? null)
      if (!read || !article.title) return
      for (const fact of titleFacts(article.title, state)) events.fact(fact, read.title)
      events.article(read)
    },
  })
  return reader
}

const MARKED =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[是、]|第[一二三四五六七八九十]{1,2}[，条]|\d{1,2}[.、]|[①-⑳●·•])/
const CARRIED = new Set<PeriodMention['basis']>(['year', 'range', 'month', 'as-of', 'event'])

/** `…市2023年统计公报`: the title tells of when its text is. */
function dateByTitle(title: Paragraph, { reading }: State): void {
  if (reading.lead !== null) return
  const told = periodsIn(title.text, reading.years).find(({ basis }) => basis === 'year' || basis === 'range')
  reading.lead = told?.period ?? null
}

function readParagraph(paragraph: Paragraph, lead: boolean, state: State, take: (fact: Fact) => void): void {
  const { reading } = state
  reading.before = { period: MARKED.test(paragraph.text) ? state.named : null, basis: 'inherited' }
  if (!MARKED.test(paragraph.text)) state.named = null
  const firstYear = reading.years.year === null ? /((?:19|20)\d\d)年/.exec(paragraph.text)?.[1] : undefined
  if (firstYear !== undefined) reading.years.year = Number(firstYear)
  for (const sentence of sentencesIn(paragraph.text)) {
    const text = paragraph.text.slice(sentence.from, sentence.to)
    const { facts, mentions, quantities } = readSentence(paragraph, sentence, reading)
    for (const [i, fact] of facts.entries()) {
      const quantity = quantities[i]
      const figure = `${fact.value}${fact.unit}`
      if (quantity?.chinese && fact.kind === 'count') {
        const label = `${figure}${text.slice(quantity.end, quantity.end + 2)}`
        if (state.labels.has(label)) continue
        state.labels.add(label)
      }
      state.figures.add(figure)
      take(fact)
    }
    if (lead && reading.lead === null && (!state.dated || sentence.from === 0))
      reading.lead = leadPeriod(text, mentions)
    if (mentions.some(({ period, basis }) => period !== null && basis !== 'each')) state.dated = true
    const last = mentions.filter(({ basis }) => CARRIED.has(basis)).at(-1)
    if (last) reading.before = { period: last.period, basis: 'inherited' }
    if (last && text.endsWith('：')) state.named = last.period
  }
}

/** Figures of a title or a subheading that the text does not repeat. */
function titleFacts(title: Paragraph, state: State): Fact[] {
  const { facts } = readSentence(
    title,
    { from: 0, to: title.text.length },
    { ...state.reading, memory: emptyMemory(), lead: null },
  )
  // 三大 and 四个 in a title announce what the text tells one by one.
  return facts
    .filter((fact) => /\d|[条项家名]$/.test(fact.valueText))
    .filter((fact) => !state.figures.has(`${fact.value}${fact.unit}`))
}

export interface ReadBulletin {
  readonly articles: readonly Article[]
  readonly facts: readonly (Fact & { readonly article: string | null })[]
}

/** Reads a whole text at once. */
export function readBulletinText(text: string): ReadBulletin {
  const articles: Article[] = []
  const facts: (Fact & { article: string | null })[] = []
  const reader = readBulletin({
    article: (article) => void articles.push(article),
    fact: (fact, article) => void facts.push({ ...fact, article }),
  })
  reader.push(text)
  reader.end()
  return { articles, facts }
}
