import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { StepProgramme } from '@kehui/domain/packs/portrait'
import type { Lang } from '@kehui/domain/shared'
import type { Portrait, PortraitFact } from '../schema.js'
import { filled, REPORT_TEXTS, type ReportTexts } from './texts.js'

export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Shares of the width. */
      readonly widths: readonly number[]
    }

/** The report as headings, texts and tables: what a PDF and a DOCX both are made of. */
export interface ReportDocument {
  readonly lang: Lang
  readonly title: string
  readonly company: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly blocks: readonly Block[]
  readonly note: string
  readonly footer: string
  readonly page: string
}

export function reportOf(portrait: Portrait, lang: Lang): ReportDocument {
  const t = REPORT_TEXTS[lang]
  const { subject, on } = portrait
  return {
    lang,
    title: t.title,
    company: subject.name,
    facts: [
      [t.code, subject.creditCode ?? t.none],
      [t.place, subject.place ?? t.none],
      [t.made, on],
      ...(subject.sample ? [[t.sample, ''] as const] : []),
    ],
    blocks: [
      ...summary(portrait, t),
      ...figures(portrait, t),
      ...ladders(portrait, t),
      ...rights(portrait, t),
      ...relations(portrait, t),
      ...programmes(portrait, t),
      ...useful(portrait, t, lang),
      ...sources(portrait, t),
    ],
    note: t.note,
    footer: filled(t.footer, { name: subject.name, on }),
    page: t.page,
  }
}

const heading = (text: string): Block => ({ kind: 'heading', text })
const subheading = (text: string): Block => ({ kind: 'subheading', text })
const plain = (text: string): Block => ({ kind: 'text', text })

/** A table, or a dash where it would have no rows. */
function table(
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  t: ReportTexts,
): Block {
  return rows.length === 0 ? plain(t.none) : { kind: 'table', head, widths, rows }
}

function summary({ on, counts, certain, possible, completeness }: Portrait, t: ReportTexts): Block[] {
  const { percent, known, needed } = completeness
  return [
    heading(t.summary),
    plain(filled(t.summaryText, { on, certain, possible, ...counts })),
    plain(filled(t.complete, { percent, known, needed })),
  ]
}

function figures({ trends, facts }: Portrait, t: ReportTexts): Block[] {
  const years = [...new Set(trends.flatMap(({ points }) => points.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  )
  const shown = years.slice(-4)
  const rows = trends.map(({ label, points, change }) => [
    label,
    ...shown.map((year) => points.find((point) => point.year === year)?.text ?? ''),
    change ?? '',
  ])
  const head = [t.indicator, ...shown.map(String), t.change]
  return [
    heading(t.figures),
    ...(facts.length > 0
      ? [plain(facts.map(({ label, value }) => `${label}：${value}`).join(t.semicolon))]
      : []),
    table(head, [2, ...shown.map(() => 1.2), 1], rows, t),
  ]
}

function ladders({ ladders: all, titles }: Portrait, t: ReportTexts): Block[] {
  const held = titles.map(({ label }) => label).join(t.joiner)
  return [
    heading(t.titles),
    plain(held === '' ? t.noTitles : filled(t.held, { titles: held })),
    ...all.flatMap(({ title, cite, steps }): Block[] => {
      const document = [cite.document, cite.article].filter(Boolean).join(' ')
      return [
        subheading(filled(t.ladder, { title, document })),
        plain(steps.map((step) => `${step.title}（${t[step.held]}）`).join(' → ')),
        ...steps.filter(({ next }) => next).flatMap((step) => nextStep(step.title, step.programmes, t)),
      ]
    }),
  ]
}

function nextStep(title: string, granting: readonly StepProgramme[], t: ReportTexts): Block[] {
  const told = plain(filled(t.next, { title }))
  if (granting.length === 0) return [told, plain(t.nobody)]
  const rows = granting.map((programme) => [
    `${programme.title}（${programme.packTitle}）`,
    verdictWord(programme.verdict, t),
    lackingWords(programme, t),
    programme.nearest ?? '',
  ])
  return [told, table([t.programme, t.result, t.lacking, t.nearest], [1.3, 0.6, 2, 1.6], rows, t)]
}

function verdictWord(verdict: StepProgramme['verdict'], t: ReportTexts): string {
  return { yes: t.met, no: t.unmet, unknown: t.waits }[verdict]
}

function lackingWords({ lacking, missing, verdict }: StepProgramme, t: ReportTexts): string {
  const conditions = lacking
    .filter((one) => one.verdict === 'no' || verdict === 'unknown')
    .map(({ text, article }) => (article === null ? text : `${text}（${article}）`))
  const facts = missing.length > 0 ? [filled(t.missing, { facts: missing.join(t.joiner) })] : []
  return [...conditions, ...facts].join(t.semicolon)
}

function rights({ rights: own, people }: Portrait, t: ReportTexts): Block[] {
  const rows = [...own, ...people].map((fact) => [fact.label, fact.value, sourceOf(fact)])
  return [heading(t.rights), table([t.item, t.value, t.source], [2, 1, 1.4], rows, t)]
}

function sourceOf({ source, observedAt }: PortraitFact): string {
  return [source, observedAt?.slice(0, 10)].filter(Boolean).join(' ')
}

function relations({ relations: all }: Portrait, t: ReportTexts): Block[] {
  const rows = all.map(({ label, other, weight, weightLabel, source }) => [
    label,
    other.name,
    weight === null ? '' : `${weightLabel ?? ''} ${Math.round(weight * 100)}%`.trim(),
    source,
  ])
  return [heading(t.relations), table([t.relation, t.other, t.value, t.source], [1, 2, 1.4, 1.2], rows, t)]
}

function programmes({ programmes: met }: Portrait, t: ReportTexts): Block[] {
  const rows = met.map(({ title, packTitle, amount, deadline }) => [
    title,
    packTitle,
    amount ?? '',
    deadline ?? '',
  ])
  return [
    heading(t.programmes),
    table([t.programme, t.region, t.amount, t.deadline], [2.2, 1, 1.4, 1], rows, t),
  ]
}

function useful({ completeness }: Portrait, t: ReportTexts, lang: Lang): Block[] {
  const rows = completeness.useful.map(({ label, heldBy, programmes: count, moneyFen }) => [
    label,
    heldBy ?? '',
    String(count),
    moneyFen === '0' ? '' : moneyWords(moneyFen, lang),
  ])
  return [heading(t.useful), table([t.fact, t.heldBy, t.decides, t.atMost], [2, 1, 0.8, 1.2], rows, t)]
}

/** As long as its hash is told apart by. */
const VERSION_SHOWN = 12

function sources({ sources: all, programmes: met, ladders: laddersAll }: Portrait, t: ReportTexts): Block[] {
  const granting = laddersAll.flatMap(({ steps }) => steps.flatMap((step) => step.programmes))
  const versions = new Map(
    [...met, ...granting].map(({ title, version }) => [title, version.slice(0, VERSION_SHOWN)]),
  )
  return [
    heading(t.sources),
    plain(filled(t.sourcesText, { sources: all.length > 0 ? all.join(t.joiner) : t.none })),
    plain(t.versions),
    table([t.programme, t.version], [3, 1], [...versions], t),
  ]
}
