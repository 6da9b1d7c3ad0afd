import type { Cite, Cited, Item, Source, Step, Term } from '../../rules/programme.js'
import type { Text } from '../../shared/text.js'
import type { PartName } from './part.js'
import { field, plain, type Statement, statement } from './statement.js'

const GROUP: Readonly<Record<'all' | 'any', Text>> = {
  all: { zh: '全部满足', en: 'all of' },
  any: { zh: '满足任一', en: 'any of' },
}
const BY_READING: Text = { zh: '按解读', en: 'by reading' }
const KIND: Readonly<Record<'best' | 'sum' | 'cases', Text>> = {
  best: { zh: '取最高', en: 'the best of' },
  sum: { zh: '合计', en: 'the sum of' },
  cases: { zh: '按情形', en: 'by case' },
}
const NAMES = {
  document: { zh: '文件', en: 'document' },
  article: { zh: '条款', en: 'article' },
  url: { zh: '链接', en: 'link' },
  verified: { zh: '核实程度', en: 'how sure' },
  when: { zh: '前提', en: 'only if' },
  payer: { zh: '出资方', en: 'paid by' },
  cap: { zh: '封顶', en: 'at most' },
  below: { zh: '未达到第一档', en: 'below the first step' },
  else: { zh: '其他情形', en: 'otherwise' },
} as const satisfies Record<string, Text>

function sourceText(source: Source | null): Text | null {
  return source === null ? null : plain(source.text)
}

/** Where a condition or a term comes from. */
function citeFields({ document, article, url, verified }: Cite): Record<string, Statement> {
  return {
    document: field('citation', document, NAMES.document),
    article: field('citation', article, NAMES.article),
    url: field('citation', url, NAMES.url),
    verified: field('verified', verified, NAMES.verified),
  }
}

/** A bare expression with where it comes from. */
export function citedStatement({ text, cite }: Cited, part: PartName): Statement {
  return statement(part, {
    name: plain(text),
    value: plain(text),
    clause: cite.article,
    fields: citeFields(cite),
  })
}

export function itemStatement(item: Item, part: PartName): Statement {
  const { label, cite } = item
  const own = { label, clause: cite.article }
  switch (item.kind) {
    case 'expression':
      return statement(part, {
        ...own,
        name: label ?? plain(item.that.text),
        value: plain(item.that.text),
        fields: citeFields(cite),
      })
    case 'by-reading':
      return statement(part, {
        ...own,
        name: label,
        value: BY_READING,
        fields: citeFields(cite),
        members: [...item.that].map(([reading, that]) =>
          statement(part, { name: plain(reading), value: plain(`${reading}: ${that.text}`) }),
        ),
      })
    case 'all':
    case 'any':
      return statement(part, {
        ...own,
        name: label,
        value: GROUP[item.kind],
        fields: citeFields(cite),
        members: item.items.map((one) => itemStatement(one, part)),
      })
  }
}

/** `name` is what a map calls the term; renaming it is a change of its own. */
export function termStatement(term: Term, part: PartName, name: string | null = null): Statement {
  const { label, cite, when, payer } = term
  const { value, members, fields } = termBody(term, part)
  return statement(part, {
    name: label ?? (name === null ? value : plain(name)),
    label,
    value,
    clause: cite.article,
    fields: {
      ...(name === null ? {} : { name: field(part, name, { zh: '名称', en: 'name' }) }),
      ...fields,
      when: when
        ? statement(part, { name: NAMES.when, fields: { item: itemStatement(when, part) } })
        : field(part, null, NAMES.when),
      payer: field(part, payer, NAMES.payer),
      ...citeFields(cite),
    },
    members,
  })
}

function termBody(term: Term, part: PartName): Pick<Statement, 'value' | 'members' | 'fields'> {
  const none = { members: [], fields: {} }
  switch (term.kind) {
    case 'expression':
      return { ...none, value: plain(term.of.text) }
    case 'judged':
      return { ...none, value: { zh: `专家评定 ${term.value.text}`, en: `judged ${term.value.text}` } }
    case 'steps':
      return {
        value: plain(term.of.text),
        members: term.steps.map((step) => stepStatement(step, part)),
        fields: { below: field(part, sourceText(term.below), NAMES.below) },
      }
    case 'slices':
      return {
        ...none,
        value: { zh: `${term.of.text}，分段累计`, en: `${term.of.text}, in slices` },
        members: term.slices.map(({ from, rate }) =>
          statement(part, {
            name: plain(`> ${from.text}`),
            value: plain(`> ${from.text}: ${rate.text}`),
          }),
        ),
      }
    case 'best':
    case 'sum':
      return {
        value: KIND[term.kind],
        members: term.terms.map((one) => termStatement(one, part)),
        fields: { cap: field('cap', sourceText(term.cap), NAMES.cap) },
      }
    case 'cases':
      return {
        value: KIND.cases,
        members: term.cases.map(({ when, give }) => {
          const item = itemStatement(when, part)
          return statement(part, { name: item.name, value: plain(give.text), fields: { when: item } })
        }),
        fields: { else: field(part, sourceText(term.otherwise), NAMES.else) },
      }
  }
}

export function stepStatement({ bound, at, value }: Step, part: PartName): Statement {
  const from = `${bound} ${at.text}`
  return statement(part, { name: plain(from), value: plain(`${from}: ${value.text}`) })
}
