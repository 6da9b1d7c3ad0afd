import type { Citation, Cite, Document, Item, Source, Step, Term } from '@kehui/domain/rules'
import { inLang, type Lang, type Text } from '@kehui/domain/shared'
import type { TextNode } from './schema.js'

/** In which words a programme's text is told: its language, its source and its two readings' names. */
export interface Telling {
  readonly lang: Lang
  readonly source: Document
  readonly readings: ReadonlyMap<string, Text>
}

export function itemNode(item: Item, telling: Telling): TextNode {
  switch (item.kind) {
    case 'expression':
      return nodeOf(item, telling, { kind: 'expression', text: item.that.text })
    case 'by-reading': {
      const children = [...item.that].map(([reading, source]) => {
        const name = telling.readings.get(reading)
        return { ...leaf('reading', source.text), label: name ? inLang(name, telling.lang) : reading }
      })
      return nodeOf(
        item,
        telling,
        { kind: 'by-reading', text: children.map((c) => c.text).join(' / ') },
        children,
      )
    }
    case 'all':
    case 'any':
      return groupNode(item, telling)
  }
}

function groupNode(item: Item & { kind: 'all' | 'any' }, telling: Telling): TextNode {
  const children = item.items.map((one) => itemNode(one, telling))
  const text = children.map((child) => child.text).join(item.kind === 'any' ? ' or ' : ' and ')
  return nodeOf(item, telling, { kind: item.kind, text }, children)
}

/** `name` stands in where the term has no label of its own, as the items of a score do. */
export function termNode(term: Term, telling: Telling, name: string | null = null): TextNode {
  const { text, children } = bodyOf(term, telling)
  const when = term.when ? [whenNode(term.when, telling)] : []
  const node = nodeOf(term, telling, { kind: term.kind, text }, [...when, ...children])
  return { ...node, label: node.label ?? name }
}

function bodyOf(term: Term, telling: Telling): { text: string; children: TextNode[] } {
  switch (term.kind) {
    case 'expression':
      return { text: term.of.text, children: [] }
    case 'judged':
      return { text: term.value.text, children: [] }
    case 'steps':
      return {
        text: term.of.text,
        children: [...term.steps.map(stepNode), ...rest(term.below, telling.lang)],
      }
    case 'slices':
      return {
        text: term.of.text,
        children: term.slices.map(({ from, rate }) => leaf('slice', `> ${from.text}: ${rate.text}`)),
      }
    case 'best':
    case 'sum': {
      const children = term.terms.map((one) => termNode(one, telling))
      const text = children.map((child) => child.text).join(term.kind === 'best' ? ' / ' : ' + ')
      return { text, children: [...children, ...capped(term.cap, telling.lang)] }
    }
    case 'cases': {
      const children = term.cases.map(({ when, give }) => {
        const condition = itemNode(when, telling)
        return { ...condition, kind: 'case', text: `${condition.text}: ${give.text}` }
      })
      return {
        text: children.map((child) => child.text).join('; '),
        children: [...children, ...rest(term.otherwise, telling.lang)],
      }
    }
  }
}

function stepNode({ bound, at, value }: Step): TextNode {
  return leaf('step', `${bound} ${at.text}: ${value.text}`)
}

function rest(value: Source | null, lang: Lang): TextNode[] {
  return value ? [leaf('else', `${lang === 'en' ? 'otherwise' : '其他'}: ${value.text}`)] : []
}

function capped(cap: Source | null, lang: Lang): TextNode[] {
  return cap ? [leaf('cap', `${lang === 'en' ? 'at most' : '封顶'} ${cap.text}`)] : []
}

/** The condition under which a term counts at all. */
function whenNode(when: Item, telling: Telling): TextNode {
  const node = itemNode(when, telling)
  const said = node.label ?? node.text
  return { ...node, kind: 'when', label: telling.lang === 'en' ? `only if: ${said}` : `条件：${said}` }
}

function leaf(kind: string, text: string): TextNode {
  return { kind, text, label: null, cite: null, children: [] }
}

function nodeOf(
  { label, cite }: { label: Text | null; cite: Cite },
  { lang, source }: Telling,
  own: { kind: string; text: string },
  children: TextNode[] = [],
): TextNode {
  return { ...own, label: label && inLang(label, lang), cite: citationOf(cite, source), children }
}

/** What a condition does not cite itself it takes from the programme's document; null where it cites nothing. */
function citationOf(cite: Cite, source: Document): Citation | null {
  if (cite.document === null && cite.article === null && cite.verified === null) return null
  const other = cite.document !== null && cite.document !== source.document
  const url = cite.url ?? (other ? null : source.url)
  return {
    document: cite.document ?? source.document,
    ...(other || source.number === null ? {} : { number: source.number }),
    ...(cite.article === null ? {} : { article: cite.article }),
    ...(url === null ? {} : { url }),
    ...(other || source.via === null ? {} : { via: source.via }),
    verified: cite.verified ?? source.verified,
  }
}
