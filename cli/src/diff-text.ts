import { type Change, type LibraryChanges, moneyRange, type OutcomeChange } from '@kehui/domain/packs/compare'
import { inLang, type Lang, type Text } from '@kehui/domain/shared'

export interface SubjectChanges {
  readonly id: string
  readonly name: string
  readonly changes: readonly OutcomeChange[]
}

/** What one programme’s new version means for all that were looked at; money is what is certain, in fen. */
export interface ProgrammeTotals {
  readonly programme: string
  readonly title: string
  readonly gained: number
  readonly lost: number
  readonly moreFen: string
  readonly lessFen: string
}

export interface Totals {
  readonly subjects: number
  readonly affected: number
  readonly programmes: readonly ProgrammeTotals[]
}

export interface DiffReport extends LibraryChanges {
  readonly old: string
  readonly new: string
  readonly on: string
  /** Null where no table was given. */
  readonly subjects: readonly SubjectChanges[] | null
  readonly totals: Totals | null
}

export function totalsOf(subjects: readonly SubjectChanges[], looked: number): Totals {
  const byProgramme = new Map<string, OutcomeChange[]>()
  for (const change of subjects.flatMap(({ changes }) => changes))
    byProgramme.set(change.programme, [...(byProgramme.get(change.programme) ?? []), change])
  const programmes = [...byProgramme].map(([programme, changes]) => {
    const steps = changes.map((change) => certain(change.after) - certain(change.before))
    const sum = (numbers: readonly bigint[]) => numbers.reduce((a, b) => a + b, 0n).toString()
    return {
      programme,
      title: changes[0]?.title ?? programme,
      gained: changes.filter(({ before, after }) => !isYes(before) && isYes(after)).length,
      lost: changes.filter(({ before, after }) => isYes(before) && !isYes(after)).length,
      moreFen: sum(steps.filter((step) => step > 0n)),
      lessFen: sum(steps.filter((step) => step < 0n).map((step) => -step)),
    }
  })
  return { subjects: looked, affected: subjects.length, programmes }
}

function isYes(standing: OutcomeChange['after']): boolean {
  return standing?.verdict === 'yes'
}

function certain(standing: OutcomeChange['after']): bigint {
  return BigInt(standing?.amountFen?.min ?? '0')
}

const WORDS = {
  zh: {
    rules: '规则变化',
    none: '规则没有变化。',
    facts: '共用的事实',
    packs: '政策包',
    companies: '受影响的企业',
    nobody: '没有企业的结论或金额改变。',
    verdict: { yes: '符合', no: '不符合', unknown: '待补充' },
    absent: '无此政策',
    because: '因为',
    own: '企业',
    totals: '合计',
    gained: '新符合',
    lost: '不再符合',
  },
  en: {
    rules: 'Rules',
    none: 'The rules are the same.',
    facts: 'Shared facts',
    packs: 'Packs',
    companies: 'Companies affected',
    nobody: 'No company’s verdict or amount is another one.',
    verdict: { yes: 'yes', no: 'no', unknown: 'unknown' },
    absent: 'no such programme',
    because: 'because',
    own: 'theirs',
    totals: 'In all',
    gained: 'now meet it',
    lost: 'no longer meet it',
  },
} as const

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '−', changed: '~', moved: '↕' }

export function reportText(report: DiffReport, lang: Lang): string {
  return [...ruleLines(report, lang), ...subjectLines(report, lang)].join('\n')
}

function ruleLines({ programmes, facts, packs }: DiffReport, lang: Lang): string[] {
  const words = WORDS[lang]
  if (programmes.length + facts.length + packs.length === 0) return [words.none]
  const block = (title: string, changes: readonly Change[]) =>
    changes.length === 0 ? [] : ['', title, ...changes.map((change) => changeLine(change, lang))]
  return [
    words.rules,
    ...programmes.flatMap(({ programme, title, changes }) =>
      block(`${inLang(title, lang)}  (${programme})`, changes),
    ),
    ...block(words.facts, facts),
    ...block(words.packs, packs),
  ]
}

function changeLine({ kind, what, before, after, parameter, clause }: Change, lang: Lang): string {
  const text = (said: Text | null) => (said === null ? null : inLang(said, lang))
  const [old, now] = parameter ? [parameter.before, parameter.after] : [text(before), text(after)]
  const told = kind === 'moved' ? now : [old, now].filter((part) => part !== null).join(' → ')
  return `  ${SIGNS[kind]} ${inLang(what, lang)}: ${told}${clause === null ? '' : `  ${clause}`}`
}

function subjectLines({ subjects, totals }: DiffReport, lang: Lang): string[] {
  if (subjects === null || totals === null) return []
  const words = WORDS[lang]
  if (subjects.length === 0) return ['', words.nobody]
  return [
    '',
    `${words.companies}  ${totals.affected} / ${totals.subjects}`,
    ...subjects.flatMap(({ name, changes }) => [
      '',
      name,
      ...changes.flatMap((change) => outcomeLines(change, lang)),
    ]),
    '',
    words.totals,
    ...totals.programmes.map((one) => totalLine(one, lang)),
  ]
}

function outcomeLines({ title, programme, before, after, because }: OutcomeChange, lang: Lang): string[] {
  const words = WORDS[lang]
  const side = (standing: OutcomeChange['after']) =>
    standing === null
      ? words.absent
      : [words.verdict[standing.verdict], standing.amountFen && moneyRange(standing.amountFen, lang)]
          .filter(Boolean)
          .join(' ')
  return [
    `  ${title}  (${programme}): ${side(before)} → ${side(after)}`,
    ...because.map(({ what, before: old, after: now, actual, clause }) => {
      const step = [old, now].filter((part) => part !== null).join(' → ')
      const own = actual === null ? '' : `  [${words.own} ${actual}]`
      return `    ${words.because} ${what}: ${step}${own}${clause === null ? '' : `  ${clause}`}`
    }),
  ]
}

function totalLine({ title, gained, lost, moreFen, lessFen }: ProgrammeTotals, lang: Lang): string {
  const words = WORDS[lang]
  const money = (fen: string) => moneyRange({ min: fen, max: fen }, lang)
  const parts = [
    gained > 0 && `${words.gained} ${gained}`,
    lost > 0 && `${words.lost} ${lost}`,
    moreFen !== '0' && `+${money(moreFen)}`,
    lessFen !== '0' && `−${money(lessFen)}`,
  ].filter(Boolean)
  return `  ${title}: ${parts.join(lang === 'en' ? ', ' : '，') || '~'}`
}
