import type { Lang } from '@kehui/domain/shared'
import { type TextTable, yuanText } from '../text-table/text-table.js'
import type { Whole } from './sandbox.js'
import type { Reach, SandboxFileAsk, SandboxSide, SandboxSubject } from './schema.js'

const TEXT = {
  zh: {
    changes: [
      '变化',
      '名称',
      '所在地',
      '对照结论',
      '对照确定金额（元）',
      '对照最高金额（元）',
      '试算结论',
      '试算确定金额（元）',
      '试算最高金额（元）',
    ],
    gains: '受益',
    losses: '受损',
    verdict: { yes: '符合', no: '不符合', unknown: '待确认' },
    unlimited: '不封顶',
    groups: [
      '分组',
      '类别',
      '总数',
      '对照符合',
      '对照待确认',
      '对照确定金额（元）',
      '对照最高金额（元）',
      '试算符合',
      '试算待确认',
      '试算确定金额（元）',
      '试算最高金额（元）',
    ],
    by: { place: '地区', size: '规模', industry: '行业', park: '园区' },
    conditions: ['条件', '单独不符', '单独待确认', '仅因此条不符', '依次确定剩余', '依次可能剩余'],
  },
  en: {
    changes: [
      'Change',
      'Name',
      'Place',
      'Verdict before',
      'Certain before (yuan)',
      'Most before (yuan)',
      'Verdict now',
      'Certain now (yuan)',
      'Most now (yuan)',
    ],
    gains: 'Gains',
    losses: 'Loses',
    verdict: { yes: 'Yes', no: 'No', unknown: 'Open' },
    unlimited: 'no limit',
    groups: [
      'By',
      'Class',
      'In all',
      'Yes before',
      'Open before',
      'Certain before (yuan)',
      'Most before (yuan)',
      'Yes now',
      'Open now',
      'Certain now (yuan)',
      'Most now (yuan)',
    ],
    by: { place: 'Place', size: 'Size', industry: 'Industry', park: 'Park' },
    conditions: [
      'Condition',
      'Alone not met',
      'Alone open',
      'Refused by it alone',
      'Surely left',
      'Possibly left',
    ],
  },
} as const

export const WIDTHS = [16, 30, 22, 14, 18, 18, 14, 18, 18, 18, 18]

export function tableOf(result: Whole, which: SandboxFileAsk['table'], lang: Lang): TextTable {
  const words = TEXT[lang]
  switch (which) {
    case 'changes':
      return [
        words.changes,
        ...[...result.gains.map(lineOf(words.gains)), ...result.losses.map(lineOf(words.losses))],
      ]
    case 'groups':
      return [
        words.groups,
        ...result.groups.flatMap(({ key, rows }) =>
          rows.map(({ name, total, now, before }) => [
            words.by[key],
            name,
            `${total}`,
            ...reachCells(before),
            ...reachCells(now),
          ]),
        ),
      ]
    case 'conditions':
      return [
        words.conditions,
        ...result.conditions.map(({ text, refused, open, only, sure, may }) => [
          text,
          ...[refused, open, only, sure, may].map(String),
        ]),
      ]
  }

  function lineOf(change: string) {
    return ({ name, place, before, after }: SandboxSubject) => [
      change,
      name,
      place ?? '',
      ...sideCells(before),
      ...sideCells(after),
    ]
  }

  function sideCells({ verdict, leastFen, mostFen, unlimited }: SandboxSide): string[] {
    return [words.verdict[verdict], yuanText(leastFen), unlimited ? words.unlimited : yuanText(mostFen)]
  }
}

function reachCells({ yes, open, leastFen, mostFen }: Reach): string[] {
  return [`${yes}`, `${open}`, yuanText(leastFen), yuanText(mostFen)]
}
