import type { Text } from '../../shared/text.js'
import type { PartName } from './part.js'

/**
 * One thing that a programme says, with what it says beneath it. Two versions are told apart by their statements,
 * so that every field stands in exactly one.
 */
export interface Statement {
  readonly part: PartName
  /** What it is about; empty where the part says enough. */
  readonly name: Text | null
  /** Its own words beside the rule: a label. */
  readonly label: Text | null
  /** What it says itself; null where only what is beneath it speaks. */
  readonly value: Text | null
  readonly clause: string | null
  /** Fields: each has one place, by its key. */
  readonly fields: Readonly<Record<string, Statement>>
  /** Members of a list, which come and go. */
  readonly members: readonly Statement[]
}

export const NOTHING: Text = { zh: '—', en: '—' }

export function plain(text: string): Text {
  return { zh: text, en: text }
}

type Given = Partial<Omit<Statement, 'part'>>

export function statement(part: PartName, given: Given): Statement {
  return { part, name: null, label: null, value: null, clause: null, fields: {}, members: [], ...given }
}

/** A field that says one thing, or nothing. */
export function field(part: PartName, value: Text | string | null, name: Text | null = null): Statement {
  return statement(part, { name, value: typeof value === 'string' ? plain(value) : value })
}

/** Everything a statement says, as one text by which it is known again. */
export function printOf(said: Statement): string {
  const { label, value, fields, members } = said
  const parts = Object.entries(fields).map(([key, one]) => `${key}:${printOf(one)}`)
  return JSON.stringify([label, value, parts, members.map(printOf)])
}

/** All of a statement in one line, for what was added or removed. */
export function told(said: Statement): Text {
  return { zh: toldIn(said, 'zh'), en: toldIn(said, 'en') }
}

const TOLD_APART: readonly PartName[] = ['citation', 'verified']

function toldIn(said: Statement, lang: 'zh' | 'en'): string {
  const text = (of: Text | null) => (of === null ? '' : lang === 'en' ? (of.en ?? of.zh) : of.zh)
  const beneath = [...Object.values(said.fields), ...said.members]
    .filter((one) => !TOLD_APART.includes(one.part))
    .map((one) => {
      const own = toldIn(one, lang)
      return own === '' || one.name === null || one.label !== null || Object.keys(said.fields).length === 0
        ? own
        : `${text(one.name)}${lang === 'en' ? ': ' : '：'}${own}`
    })
    .filter((part) => part !== '')
    .join(lang === 'en' ? '; ' : '；')
  const [label, value] = [text(said.label), text(said.value)]
  const own = label === '' || value === '' || label === value ? label || value : bracketed(label, value, lang)
  return own === '' || beneath === '' ? own || beneath : bracketed(own, beneath, lang)
}

function bracketed(head: string, more: string, lang: 'zh' | 'en'): string {
  return lang === 'en' ? `${head} (${more})` : `${head}（${more}）`
}
