import { measureText } from '../../rules/answer/measure-text.js'
import type { TermSpec } from '../../rules/bind/bound.js'
import type { Num } from '../../rules/form.js'
import type { Item, Term } from '../../rules/programme.js'
import * as q from '../../shared/rational.js'
import { inLang, type Lang } from '../../shared/text.js'
import { findUnit } from '../../shared/unit.js'

export interface TableLine {
  readonly when: string
  readonly gives: string
}

const SIGNS = { 达到: '≥', 超过: '>', 不超过: '≤', 低于: '<' } as const

/** What gives how much, as the official table has it; the texts are the file's, the values those that it can give. */
export function tableOf(term: Term | undefined, spec: TermSpec, lang: Lang): TableLine[] {
  const body = unwrapped(spec)
  const text = (n: Num) => measureText(n.span, spec.dimension, lang)
  if (term?.kind === 'steps' && body.op === 'bands') {
    const values = body.values
    const falling = term.steps.some((s) => s.bound === '不超过' || s.bound === '低于')
    const outside = falling ? values.at(-1) : values[0]
    const lines = term.steps.map((step) => {
      const from = stepValue(step.at.text)
      const at = body.starts.findIndex((start) => from && q.compare(start.at, from) === 0)
      const value = at < 0 ? undefined : values[falling ? at : at + 1]
      return { when: `${SIGNS[step.bound]} ${step.at.text}`, gives: value ? text(value) : step.value.text }
    })
    return outside ? [...lines, { when: other(lang), gives: text(outside) }] : lines
  }
  if (term?.kind === 'cases') return caseLines(term, body, text, lang)
  return []
}

/** `10%` or `5000 万元` in base units, as a table's steps are. */
function stepValue(text: string): q.Rational | undefined {
  const match = /^\s*(-?[\d.]+)\s*(\S+)\s*$/.exec(text)
  const [number, unit] = [q.parseDecimal(match?.[1] ?? ''), findUnit(match?.[2] ?? '')]
  return number && unit && q.multiply(number, unit.factor)
}

function caseLines(
  term: Term & { kind: 'cases' },
  body: Num,
  text: (n: Num) => string,
  lang: Lang,
): TableLine[] {
  const lines: TableLine[] = []
  let rest = body
  for (const { when, give } of term.cases) {
    const met = rest.op === 'if' ? rest.met : undefined
    lines.push({ when: wordsOf(when, lang), gives: met ? text(met) : give.text })
    if (rest.op === 'if') rest = rest.unmet
  }
  return [...lines, { when: other(lang), gives: text(rest) }]
}

function other(lang: Lang): string {
  return lang === 'zh' ? '其他' : 'else'
}

/** A condition in words: its label, or its expression with the signs that people write. */
export function wordsOf(item: Item, lang: Lang): string {
  if (item.label) return inLang(item.label, lang)
  switch (item.kind) {
    case 'all':
    case 'any': {
      const join = { all: { zh: '，且', en: ' and ' }, any: { zh: '，或', en: ' or ' } }[item.kind]
      return item.items.map((i) => wordsOf(i, lang)).join(join[lang])
    }
    case 'expression':
      return readable(item.that.text, lang)
    case 'by-reading':
      return readable([...item.that.values()].map((s) => s.text).join(' / '), lang)
  }
}

export function readable(text: string, lang: Lang): string {
  const signs = text.replaceAll('>=', '≥').replaceAll('<=', '≤').replaceAll('!=', '≠')
  return lang === 'zh' ? signs.replaceAll(' and ', ' 且 ').replaceAll(' or ', ' 或 ') : signs
}

/** The term itself, without the condition that it depends on as a whole. */
function unwrapped({ num, when }: TermSpec): Num {
  return when && num.op === 'if' ? num.met : num
}
