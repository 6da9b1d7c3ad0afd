import type { Question } from '../../rules/answer/evaluate.js'
import type { Library, Programme } from '../../rules/programme.js'
import type { Citation } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import { type ColumnAsk, type ColumnState, columnState } from './columns.js'
import { FactCells, type Sources } from './fact-rows.js'
import { resultRows } from './result-rows.js'
import { type Draft, Rows } from './rows.js'
import type { FormColumn, FormSection, SelfAssessment } from './schema.js'

export interface FormAsk {
  readonly programme: string
  /** One or more: years side by side, or what would be if some figures were others. */
  readonly columns: readonly ColumnAsk[]
  readonly sources: Sources
  readonly lang: Lang
  readonly reading?: Question['reading']
}

/** A form with what its rows are computed from, for those that write it as formulas. */
export interface DraftForm {
  readonly form: SelfAssessment
  readonly states: readonly ColumnState[]
  readonly sections: readonly { readonly kind: FormSection['kind']; readonly drafts: readonly Draft[] }[]
  readonly facts: FactCells
}

/** The programme's form filled in; null where it has none, or is for another kind of subject. */
export function selfAssessment(library: Library, ask: FormAsk): SelfAssessment | null {
  return draftForm(library, ask)?.form ?? null
}

export function draftForm(library: Library, ask: FormAsk): DraftForm | null {
  const { lang } = ask
  const programme = library.programmes.get(ask.programme)
  if (!programme?.form) return null
  const question = { lang, reading: ask.reading }
  const states = ask.columns.flatMap((column) => columnState(library, programme, column, question) ?? [])
  const [first] = states
  if (!first || states.length < ask.columns.length) return null
  const facts = new FactCells(library, states, ask.sources, lang)
  const rows = new Rows(states, facts, lang)
  const parts = [
    { kind: 'conditions' as const, drafts: rows.conditions() },
    { kind: 'points' as const, drafts: rows.points() },
    { kind: 'pay' as const, drafts: rows.pay() },
    { kind: 'result' as const, drafts: resultRows(programme, states, lang) },
  ]
  const sections = parts.filter(({ drafts }) => drafts.length > 0)
  const { subject } = first.result
  const form: SelfAssessment = {
    programme: programme.id,
    version: programme.version,
    title: inLang(programme.form.title, lang),
    programmeTitle: inLang(programme.title, lang),
    note: programme.form.note && inLang(programme.form.note, lang),
    document: documentOf(programme),
    issuer: programme.source.issuer,
    subject: { id: subject.id, name: subject.name },
    sample: library.packs.get(programme.pack)?.sample ?? false,
    lang,
    columns: states.map((state) => columnOf(state)),
    sections: sections.map(({ kind, drafts }) => ({ kind, rows: drafts.map((d) => d.row) })),
  }
  return { form, states, sections, facts }
}

function documentOf({ source }: Programme): Citation {
  const { document, number, url, via, verified } = source
  return {
    document,
    ...(number === null ? {} : { number }),
    ...(url === null ? {} : { url }),
    ...(via === null ? {} : { via }),
    verified,
  }
}

function columnOf({ ask, onYear, inForce, result }: ColumnState): FormColumn {
  const { verdict, points, grades, amountFen, missing, judged } = result
  return {
    id: ask.id,
    year: onYear - 1,
    on: ask.on,
    name: ask.name,
    whatIf: ask.supposed !== null,
    inForce,
    verdict,
    points,
    grades,
    amountFen,
    missing,
    judged,
  }
}
