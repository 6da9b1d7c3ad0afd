import type { Lang } from '../../../shared/text.js'

const TEXTS = {
  zh: {
    form: '自评表',
    calculation: '计算过程',
    clause: '条款',
    item: '项目',
    requirement: '要求／评分标准',
    value: '填报值',
    outcome: '结论／得分',
    evidence: '佐证材料',
    source: '数据来源',
    conditions: '条件',
    points: '评分',
    pay: '奖补测算',
    result: '自评结果',
    yes: '符合',
    no: '不符合',
    unknown: '待确认',
    all: '（同时满足）',
    any: '（满足其一）',
    best: '（取最高）',
    sum: '（合计）',
    max: '最高 {max}',
    uses: '另用：{names}',
    company: '填报单位：{name}',
    document: '依据：{document}',
    legend:
      '黄色单元格可以填写，其余由公式计算；空着的单元格表示还不知道，不等于零，此时结论为“待确认”，得分为可能的区间。自评是测算，以主管部门认定为准。',
    preparer: '填表人：',
    head: '负责人：',
    date: '日期：　　　　年　　月　　日',
    seal: '单位（盖章）：',
    page: '第 &P 页　共 &N 页',
    range: '请填 {from} 到 {to} 之间的数（{unit}）',
    choose: '请从列表中选择',
    dateHint: '请填日期，如 2024-03-01',
    line: '计算项',
    least: '最低／必然',
    most: '最高／可能',
    notInForce: '{name}（当时未施行，按此标准试算）',
    separator: '、',
    supposed: '试算',
    none: '—',
    numbered: '{no}、{title}',
    numbers: '一二三四五',
  },
  en: {
    form: 'Form',
    calculation: 'Calculation',
    clause: 'Clause',
    item: 'Item',
    requirement: 'Required / table',
    value: 'Value',
    outcome: 'Result / points',
    evidence: 'Evidence',
    source: 'Source',
    conditions: 'Conditions',
    points: 'Points',
    pay: 'Award',
    result: 'Result',
    yes: 'met',
    no: 'not met',
    unknown: 'open',
    all: ' (all of)',
    any: ' (any of)',
    best: ' (the best)',
    sum: ' (the sum)',
    max: 'at most {max}',
    uses: 'Also uses: {names}',
    company: 'Applicant: {name}',
    document: 'Basis: {document}',
    legend:
      'Yellow cells can be filled in; formulas compute the rest. An empty cell is not known, which is not zero: the result is then open and points are the range that is possible. This is an estimate; the department decides.',
    preparer: 'Prepared by:',
    head: 'Responsible:',
    date: 'Date:',
    seal: 'Applicant (seal):',
    page: 'Page &P of &N',
    range: 'A number from {from} to {to} ({unit})',
    choose: 'Choose from the list',
    dateHint: 'A date such as 2024-03-01',
    line: 'Line',
    least: 'lowest / surely',
    most: 'highest / possibly',
    notInForce: '{name} (not in force then)',
    separator: ', ',
    supposed: 'supposed',
    none: '—',
    numbered: '{no}. {title}',
    numbers: 'ABCDE',
  },
} as const

export type SheetText = { readonly [Key in keyof (typeof TEXTS)['zh']]: string }

export function textsIn(lang: Lang): SheetText {
  return TEXTS[lang]
}

export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** `二、评分`: sections are numbered as they come, so that a form without scores has no gap. */
export function sectionTitle(
  text: SheetText,
  kind: 'conditions' | 'points' | 'pay' | 'result',
  at: number,
): string {
  return filled(text.numbered, { no: text.numbers[at] ?? '', title: text[kind] })
}
