import type { Mode } from '../../rules/result.js'
import type { Lang } from '../../shared/text.js'
import type { Cell } from '../package/cells.js'

/** A company of a list with what the programmes come to for it. */
export interface Company {
  readonly name: string
  readonly creditCode: string | null
  readonly place: string | null
  readonly cells: Readonly<Record<string, Cell>>
  readonly certainFen: string | null
  readonly possibleFen: string | null
  /** By programme: the last change and its reason, in words. */
  readonly changes?: Readonly<Record<string, string>>
}

const ZH = {
  overview: '总览',
  companies: '企业汇总',
  programme: '政策',
  region: '地区',
  mode: '性质',
  cultivable: '可培育',
  met: '符合',
  open: '待确认',
  unmet: '不符合',
  deadline: '截止日期',
  department: '办理部门',
  phone: '电话',
  document: '依据',
  company: '企业名称',
  code: '统一社会信用代码',
  district: '所在地',
  certain: '确定可得（万元）',
  possible: '另可能得（万元）',
  metTitles: '已符合的政策',
  asked: '还需补充的材料',
  verdict: '结论',
  least: '金额下限（万元）',
  most: '金额上限（万元）',
  score: '得分',
  missing: '还缺什么（［］内为掌握单位）',
  nearest: '最近的改变',
  nextYear: '下一年度目标',
  change: '最近一次变化及原因',
  notKept: '（与他项择优，未计入）',
  judged: '专家评定：',
  separator: '；',
}

const EN: typeof ZH = {
  overview: 'Overview',
  companies: 'Companies',
  programme: 'Programme',
  region: 'Region',
  mode: 'Kind',
  cultivable: 'Within reach',
  met: 'Met',
  open: 'Open',
  unmet: 'Not met',
  deadline: 'Deadline',
  department: 'Department',
  phone: 'Telephone',
  document: 'Document',
  company: 'Company',
  code: 'Social credit code',
  district: 'Place',
  certain: 'Certain (CNY 10,000)',
  possible: 'Possible besides (CNY 10,000)',
  metTitles: 'Programmes met',
  asked: 'Answers lacking',
  verdict: 'Verdict',
  least: 'At least (CNY 10,000)',
  most: 'At most (CNY 10,000)',
  score: 'Score',
  missing: 'What is lacking [who holds it]',
  nearest: 'Nearest change',
  nextYear: 'Target of next year',
  change: 'Last change and its reason',
  notKept: ' (another one is to be preferred)',
  judged: 'For experts: ',
  separator: '; ',
}

const MODES: Readonly<Record<Mode, string>> = {
  普惠: 'for all who meet it',
  免申即享: 'without application',
  审核: 'examined',
  择优: 'competitive',
  限额推荐: 'by recommendation',
  评价: 'evaluation',
  备案: 'filing',
  认定: 'recognition',
}

export type ListText = typeof ZH & { readonly modes: Readonly<Record<Mode, string>> }

const CHINESE_MODES = Object.fromEntries(Object.keys(MODES).map((mode) => [mode, mode])) as ListText['modes']

export function listTexts(lang: Lang): ListText {
  return lang === 'zh' ? { ...ZH, modes: CHINESE_MODES } : { ...EN, modes: MODES }
}
