import { ExpressionError } from '../../rules/language/error.js'
import { tokenize } from '../../rules/language/token.js'
import type { Item, Programme, Source, Term } from '../../rules/programme.js'
import { inLang, type Lang } from '../../shared/text.js'

/** What a number in a programme is there for. */
export type LiteralKind = 'threshold' | 'cap' | 'amount'

/** A number with its unit, and where in the text it stands. */
export interface Literal {
  readonly kind: LiteralKind
  /** What it belongs to, as a person reads it. */
  readonly label: string
  readonly from: number
  readonly text: string
}

/** Numbers with units in the conditions, scores and amounts of a programme, in the order of the text. */
export function literalsIn(text: string, programme: Programme, lang: Lang): Literal[] {
  const finder = new Finder(text, lang)
  for (const item of programme.need) finder.item(item)
  for (const [name, { item, term }] of programme.define) {
    if (item) finder.item(item, name)
    if (term) finder.term(term, name, 'threshold')
  }
  for (const [name, term] of programme.points) finder.term(term, name, 'amount')
  for (const line of programme.pay?.lines ?? []) finder.term(line, CAPTIONS[lang].amount, 'amount')
  for (const { of } of programme.pay?.caps ?? []) finder.source(of, CAPTIONS[lang].cap, 'cap')
  for (const { name, from } of programme.grade?.bands ?? []) finder.source(from.at, name, 'threshold')
  return finder.found.sort((a, b) => a.from - b.from)
}

const CAPTIONS = { zh: { amount: '金额', cap: '上限' }, en: { amount: 'Amount', cap: 'Cap' } } as const

class Finder {
  readonly found: Literal[] = []
  private readonly taken = new Set<number>()
  private readonly text: string
  private readonly lang: Lang
  private readonly starts: readonly number[]

  constructor(text: string, lang: Lang) {
    this.text = text
    this.lang = lang
    this.starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  item(item: Item, name?: string): void {
    const own = item.label ? inLang(item.label, this.lang) : name
    if ('items' in item) {
      for (const part of item.items) this.item(part, own)
      return
    }
    if (item.kind === 'expression') this.source(item.that, own ?? item.that.text, 'threshold')
    else for (const source of item.that.values()) this.source(source, own ?? source.text, 'threshold')
  }

  term(term: Term, name: string, kind: LiteralKind): void {
    const own = term.label ? inLang(term.label, this.lang) : name
    if (term.when) this.item(term.when, own)
    switch (term.kind) {
      case 'expression':
        this.source(term.of, own, kind)
        break
      case 'steps':
        for (const { at, bound, value } of term.steps) {
          this.source(at, `${own} · ${term.of.text} ${bound}`, 'threshold')
          this.source(value, `${own} · ${bound} ${at.text}`, kind)
        }
        if (term.below) this.source(term.below, own, kind)
        break
      case 'slices':
        for (const { from, rate } of term.slices) {
          this.source(from, `${own} · ${term.of.text}`, 'threshold')
          this.source(rate, `${own} · ${from.text}`, kind)
        }
        break
      case 'best':
      case 'sum':
        for (const part of term.terms) this.term(part, own, kind)
        if (term.cap) this.source(term.cap, own, 'cap')
        break
      case 'cases':
        for (const { when, give } of term.cases) {
          this.item(when, own)
          this.source(give, own, kind)
        }
        if (term.otherwise) this.source(term.otherwise, own, kind)
        break
      case 'judged':
        break
    }
  }

  source(source: Source, label: string, kind: LiteralKind): void {
    const start = (this.starts[source.at.line - 1] ?? 0) + source.at.column - 1
    for (const token of quantitiesIn(source.text)) {
      const from = start + token.offset
      // A text that is folded over lines, or quoted with escapes, does not stand as it reads: it is left alone.
      if (this.text.slice(from, from + token.text.length) !== token.text || this.taken.has(from)) continue
      this.taken.add(from)
      this.found.push({ kind, label, from, text: token.text })
    }
  }
}

function quantitiesIn(text: string): { text: string; offset: number }[] {
  try {
    return tokenize(text).flatMap((token) => (token.kind === 'quantity' ? [token] : []))
  } catch (error) {
    if (error instanceof ExpressionError) return []
    throw error
  }
}
