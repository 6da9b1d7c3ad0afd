import { type Static, Type } from 'typebox'
import type { FactDef, ValueDef } from '../../rules/facts.js'
import { FUNCTIONS, KEYWORDS } from '../../rules/language/parse.js'
import type { Library } from '../../rules/programme.js'
import { formatNumber } from '../../rules/value.js'
import * as q from '../../shared/rational.js'
import { inLang, type Lang } from '../../shared/text.js'
import { scaleOf, unitNames } from '../../shared/unit.js'
import { PROGRAMME_KEYS } from '../programme.js'

/** A word that a programme may use, and what it means. */
export const Word = Type.Object({
  kind: Type.Union([
    Type.Literal('fact'),
    Type.Literal('record'),
    Type.Literal('option'),
    Type.Literal('unit'),
    Type.Literal('function'),
    Type.Literal('keyword'),
    Type.Literal('key'),
  ]),
  word: Type.String(),
  /** In the other language, under which it is found too. */
  other: Type.Union([Type.String(), Type.Null()]),
  /** In a few words: type, unit, period. */
  detail: Type.String(),
  /** What it is, in a sentence or two; empty where the word says it. */
  info: Type.String(),
})
export type Word = Static<typeof Word>

/** The words for programmes of one pack: facts and records of the packs that it builds on, units, and the language. */
export function wordsFor(library: Library, pack: string, lang: Lang): Word[] {
  const chain = library.packs.get(pack)?.chain ?? [pack]
  const facts = [...library.facts.values()].filter((fact) => chain.includes(fact.pack))
  const records = [...library.records.values()].filter((record) => chain.includes(record.pack))
  return [
    ...facts.map((fact) => factWord(fact, lang)),
    ...records.map(
      ({ name, en, fields }): Word => ({
        kind: 'record',
        word: name,
        other: en,
        detail: [...fields.keys()].join(lang === 'zh' ? '、' : ', '),
        info: '',
      }),
    ),
    ...optionWords(facts, lang),
    ...unitNames().map((word) => plain('unit', word)),
    ...FUNCTIONS.map((word) => plain('function', word)),
    ...[...KEYWORDS].map((word) => plain('keyword', word)),
    ...PROGRAMME_KEYS.map((word) => plain('key', word)),
  ]
}

function plain(kind: Word['kind'], word: string): Word {
  return { kind, word, other: null, detail: '', info: '' }
}

function factWord(fact: FactDef, lang: Lang): Word {
  const { name, en, period, calibres, ask, hint } = fact
  const said = [typeOf(fact, lang), period, [...calibres.keys()].join('/')].filter(Boolean)
  return {
    kind: 'fact',
    word: name,
    other: en,
    detail: said.join(' · '),
    info: [inLang(ask, lang), hint ? inLang(hint, lang) : ''].filter(Boolean).join('\n'),
  }
}

const TYPES: Readonly<Record<ValueDef['type'], { zh: string; en: string }>> = {
  quantity: { zh: '数量', en: 'quantity' },
  'yes-no': { zh: '是/否', en: 'yes/no' },
  choice: { zh: '选项', en: 'choice' },
  place: { zh: '地点', en: 'place' },
  date: { zh: '日期', en: 'date' },
}

/** Of a quantity its unit and how far it goes. */
function typeOf({ type, unit, dimension, lo, hi }: ValueDef, lang: Lang): string {
  if (type !== 'quantity') return TYPES[type][lang]
  const end = (value: bigint) => formatNumber(q.rational(value, scaleOf(dimension)), dimension, lang)
  return `${unit || TYPES.quantity[lang]}（${end(lo)}–${end(hi)}）`
}

function optionWords(facts: readonly FactDef[], lang: Lang): Word[] {
  const found = new Map<string, Word>()
  for (const { name, options } of facts)
    for (const [word, label] of options)
      found.set(word, {
        kind: 'option',
        word,
        other: null,
        detail: name,
        info: inLang(label, lang) === word ? '' : inLang(label, lang),
      })
  return [...found.values()]
}
