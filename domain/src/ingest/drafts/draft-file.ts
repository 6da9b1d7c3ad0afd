import type { Policy } from './policy.js'
import type { Draft, Need, UnreadWhy } from './read-draft.js'
import { plain, type Span } from './span.js'
import type { Validity } from './validity.js'

export interface DraftSource {
  readonly title: string
  readonly file: string
}

/** Beside each parameter of the file: by it a page finds the line again, wherever it was moved to. */
export const placeMark = ({ start, end }: Pick<Span, 'start' | 'end'>) => `原文 ${start}–${end}`

/** What holds a verdict open until a person has written the condition. */
export const openName = (index: number) => `待确认${index + 1}`
/** What stands before the one point that it would take. */
export const HELD_OPEN = /待确认\d+\s*>=\s*$/

const WHY: Readonly<Record<UnreadWhy, string>> = {
  condition: '没有读成条件，先作待确认',
  audience: '没有读出对象，先按企业',
  base: '比例的基数没有对应的数据项',
  more: '另一个金额、比例或上限',
  limit: '期限',
  other: '没有读懂',
}

/**
 * A programme file begun from a policy sentence. It loads, so that it can be tried on a region; what was not understood
 * keeps every verdict open or is listed. It has no examples, and thus cannot be in force before a person has finished it.
 */
export function draftFile(draft: Draft, source: DraftSource, id: string): string {
  const { policy, audience, needs, pay, cap, unread } = draft
  const { sentence, beneficiary } = policy
  const open = needs.filter(({ condition }) => condition === null)
  const lines = [
    '# 草稿：由报告文字读出，未经核对，不生效。补全后存为草稿，经两人审核、签署才能发布。',
    `# ${said(sentence)}`,
    `id: ${id}`,
    `title: {zh: ${quoted(`${titleOf(policy)}（草稿）`)}}`,
    `audience: ${audience}   # ${beneficiary ? said(beneficiary) : '原文没有读出对象，请核对'}`,
    'mode: 审核   # 原文没有写明办理方式，请核对',
    'benefit: cash',
    `valid: unknown..${policy.validity ? `   # 原文写明 ${validFor(policy.validity)}，${said(policy.validity.source)}` : ''}`,
    'source:',
    `  document: ${quoted(source.title)}`,
    `  via: ${quoted(`${source.file}，${placeMark(sentence)}`)}`,
    '  verified: secondary',
    ...(open.length > 0 ? ['define:', ...open.map(openLine)] : []),
    ...(needs.length > 0 ? ['need:', ...needs.map((need) => needLine(need, open.indexOf(need)))] : []),
    ...(pay
      ? [
          'pay:',
          '  lines:',
          `    - {label: {zh: ${quoted(pay.atMost ? '最高' : '补助')}}, of: ${quoted(pay.of)}, cite: ${quoted(placeMark(pay.from))}}   # ${said(pay.from)}`,
          ...(cap ? [`  cap: ${cap.value}   # ${said(cap)}`] : []),
          ...(pay.atMost ? ['  bound: upper   # 只知道最高多少'] : []),
          '  round: 元 down',
        ]
      : []),
    ...(unread.length > 0
      ? ['# 没有读成、请人工处理：', ...unread.map((span) => `#   ${said(span)}（${WHY[span.why]}）`)]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function validFor({ from, until }: Validity): string {
  return `${from ?? '？'} 至 ${until ?? '？'}`
}

function openLine(need: Need, index: number): string {
  return `  ${openName(index)}: {judged: 0..1 分}   # ${said(need)}`
}

function needLine(need: Need, open: number): string {
  const text = plain(need.text)
  const [that, label] =
    need.condition === null
      ? [`${openName(open)} >= 1 分`, `${text}（待人工写成条件）`]
      : [need.condition, text]
  return `  - {that: ${quoted(that)}, cite: ${quoted(placeMark(need))}, label: {zh: ${quoted(label)}}}`
}

export function titleOf({ beneficiary, sentence }: Policy): string {
  const what =
    /[^，。；、给予的\d%万亿元]{0,8}(?:补助|补贴|奖励|资助|奖补|贴息|支持)/.exec(plain(sentence.text))?.[0] ??
    '支持'
  const whom = beneficiary ? plain(beneficiary.text).replace(/^.*的/, '') : ''
  return `${whom}${what}`
}

const said = (span: Span) => `${placeMark(span)}：${plain(span.text)}`
const quoted = (text: string) => JSON.stringify(text)
