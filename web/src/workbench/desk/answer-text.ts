import '../../text/area/desk.js'
import type { Entry, Package, Trace } from '@kehui/server/client'
import { amountOf, isOpenEnded } from '../../portal/package/amount-line.js'
import { deadlineOf } from '../../portal/package/deadline.js'
import type { Lang, Translate } from '../../text/messages.js'
import { moneyPhrase } from '../../ui/money.js'
import { decisive } from './reasons.js'

export interface Words {
  readonly t: Translate
  readonly lang: Lang
  readonly labelOf: (key: string) => string
  readonly conditionOf: (node: Trace) => string
  readonly heldBy: (key: string) => string | null
}

/** An answer as it can be read out or sent on: the verdict, its reasons with clause, what is lacking, when, with what. */
export function answerText(entry: Entry, pkg: Package, words: Words): string {
  const { t } = words
  const parts = [
    [
      t('desk.text.head', {
        name: pkg.subject.name,
        programme: entry.title,
        pack: entry.packTitle,
        on: pkg.on,
      }),
    ],
    [verdictLine(entry, words)],
    listed(
      t('desk.why'),
      decisive(entry).map((node) => reason(node, words)),
    ),
    listed(
      t('desk.missing'),
      entry.missing.map((key) => lacking(key, words)),
    ),
    listed(
      t('desk.nearest'),
      entry.nearest
        .slice(0, 1)
        .flatMap(({ changes }) =>
          changes.map((change) =>
            t('nearest.change', { fact: words.labelOf(change.fact), from: change.from, to: change.to }),
          ),
        ),
    ),
    [`${t('desk.when')}${colon(words)}${when(entry, pkg.on, words)}`],
    listed(
      t('desk.papers'),
      (entry.call?.materials ?? []).map(
        (paper) =>
          `${paper.name}（${t(`calls.material.${paper.kind}`)}${paper.seal ? ` · ${t('calls.material.seal')}` : ''}）`,
      ),
    ),
    listed(t('desk.contact'), contacts(entry)),
    [source(entry, words), t('foot.disclaimer')],
  ]
  return parts
    .map((lines) => lines.join('\n'))
    .filter((text) => text !== '')
    .join('\n')
}

function colon({ lang }: Words): string {
  return lang === 'zh' ? '：' : ': '
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `· ${line}`)]
}

function verdictLine(entry: Entry, words: Words): string {
  const { t, lang } = words
  const amount = amountOf(entry)
  const worth = isOpenEnded(entry)
    ? t('entry.amount.by-figures')
    : amount === null || amount.max === '0'
      ? t(entry.benefit === 'title' ? 'entry.title-only' : `benefit.${entry.benefit}`)
      : `${t(amount.min === amount.max && entry.verdict === 'yes' ? 'entry.amount.get' : 'entry.amount.max')} ${moneyPhrase(amount.max, amount.max, lang)}`
  return `${t('desk.verdict')}${colon(words)}${t(`verdict.${entry.verdict}`)}${entry.verdict === 'no' ? '' : `${lang === 'zh' ? '，' : ', '}${worth}`}`
}

function reason(node: Trace, words: Words): string {
  const { t, labelOf, conditionOf } = words
  const unknown = node.facts.filter((fact) => fact.value === null)
  const figures =
    node.verdict === 'unknown' && unknown.length > 0
      ? [t('trace.missing', { facts: unknown.map(({ key }) => labelOf(key)).join(t('common.comma')) })]
      : [
          node.actual && `${t('trace.yours')} ${node.actual}`,
          node.required && `${t('trace.required')} ${node.required}`,
          node.verdict === 'no' && node.gap && `${t('trace.gap')} ${node.gap}`,
        ].filter(Boolean)
  const clause = node.cite ? `（${node.cite.document}${node.cite.article ?? ''}）` : ''
  return `${conditionOf(node)}${figures.length > 0 ? `${colon(words)}${figures.join('，')}` : ''}${clause}`
}

function lacking(key: string, { t, labelOf, heldBy }: Words): string {
  const agency = heldBy(key)
  return `${labelOf(key)}${agency ? `（${t('answer.held', { agency })}）` : ''}`
}

function when({ call }: Entry, on: string, { t }: Words): string {
  const { key, values, date } = deadlineOf(call, on)
  const windows = (call?.windows ?? [])
    .map(({ step, from, to }) =>
      `${step} ${from ?? ''}${from !== null || to !== null ? '–' : ''}${to ?? ''}`.trim(),
    )
    .join('；')
  return [[t(key, values), date].filter(Boolean).join(' '), windows].filter(Boolean).join('；')
}

function contacts({ call, department }: Entry): string[] {
  const listedIn = (call?.departments ?? []).map(({ name, phone }) => [name, phone].filter(Boolean).join(' '))
  if (listedIn.length > 0) return listedIn
  return department ? [[department.name, department.phone].filter(Boolean).join(' ')] : []
}

/** The documents that the reasons cite, and the version of the rule by which it was computed. */
function source(entry: Entry, words: Words): string {
  const documents = [
    ...new Set(
      entry.trace.need.flatMap(({ cite }) =>
        cite ? [`${cite.document}${cite.number ? ` ${cite.number}` : ''}`] : [],
      ),
    ),
  ]
  const { t } = words
  return t('desk.text.source', {
    documents: documents.length > 0 ? documents.join('；') : entry.packTitle,
    version: entry.version.slice(0, 12),
  })
}
