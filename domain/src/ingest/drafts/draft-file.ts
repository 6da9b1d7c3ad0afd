import type { Parameter, Policy, Span } from './policy.js'

export interface DraftSource {
  readonly title: string
  readonly file: string
  readonly province: string | null
  readonly city: string | null
}

const TO_BE_NAMED = '（待填）'

/**
 * A programme file begun from a policy sentence: each parameter with where it stands, the rest listed. It names facts
 * that no pack has, so that it cannot be taken in force before a person has finished it.
 */
export function draftFile(policy: Policy, source: DraftSource, id: string): string {
  const [rate] = policy.rates
  const base = rate?.of ?? TO_BE_NAMED
  const [amount] = policy.amounts
  const [cap] = policy.caps
  const lines = [
    '# 草稿：由报告文字读出，未经核对，不生效。',
    `# ${oneLine(policy.sentence)}`,
    `id: draft.${id}`,
    `title: {zh: ${quoted(`${titleOf(policy)}（草稿）`)}}`,
    `audience: enterprise   # 请核对：${policy.beneficiary ? oneLine(policy.beneficiary) : '原文没有读出对象'}`,
    'mode: 审核',
    'benefit: cash',
    'valid: unknown..',
    'source:',
    `  document: ${quoted(source.title)}`,
    `  via: ${quoted(source.file)}`,
    '  verified: secondary',
    'need:',
    ...needs(policy),
    'pay:',
    ...(rate ? [`  sum: [${rate.value} * ${quoted(base)}]   ${at(rate)}`] : []),
    ...(!rate && amount ? [`  sum: [${amount.value}]   ${at(amount)}`] : []),
    ...(!rate && !amount && cap ? [`  sum: [${quoted(TO_BE_NAMED)}]   # 原文只写了上限`] : []),
    ...(cap ? [`  cap: ${cap.value}   ${at(cap)}`] : []),
    ...more('其他金额', [...policy.amounts.slice(rate ? 0 : 1), ...policy.caps.slice(1)]),
    ...more('其他比例', policy.rates.slice(1)),
    ...more('期限', policy.limits),
    ...(policy.unread.length > 0
      ? ['# 没有读懂、请人工处理：', ...policy.unread.map((span) => `#   ${oneLine(span)}`)]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function needs({ conditions, beneficiary }: Policy): string[] {
  const all = conditions.length > 0 ? conditions : beneficiary ? [beneficiary] : []
  if (all.length === 0) return [`  - that: ${quoted(TO_BE_NAMED)}   # 原文没有读出条件`]
  return all.map((span) => `  - that: ${quoted(squeezed(span.text).replace(/的$/, ''))}   ${at(span)}`)
}

function titleOf({ beneficiary, sentence }: Policy): string {
  const what =
    /[^，。；、给予的\d%万亿元]{0,8}(?:补助|补贴|奖励|资助|奖补|贴息|支持)/.exec(
      squeezed(sentence.text),
    )?.[0] ?? '支持'
  const whom = beneficiary ? squeezed(beneficiary.text).replace(/^.*的/, '') : ''
  return `${whom}${what}`
}

function more(name: string, parameters: readonly Parameter[]): string[] {
  return parameters.map((parameter) => `# ${name}：${parameter.value}   ${at(parameter)}`)
}

const at = (span: Span) => `# 原文 ${span.start}–${span.end}：${squeezed(span.text)}`
const oneLine = (span: Span) => `原文 ${span.start}–${span.end}：${squeezed(span.text)}`
const squeezed = (text: string) => text.replaceAll(/\s/g, '')
const quoted = (text: string) => JSON.stringify(text)
