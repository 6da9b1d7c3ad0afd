/** What a unit measures decides what kind of figure it makes. */
export type UnitClass =
  | 'money'
  | 'percent'
  | 'points'
  | 'people'
  | 'count'
  | 'label'
  | 'physical'
  | 'time'
  | 'times'

export interface UnitName {
  readonly text: string
  /** As facts name it: 名 and 位 are 人. */
  readonly norm: string
  readonly class: UnitClass
  /** Ten to this power of `norm`. */
  readonly power: number
}

const LISTS: readonly [UnitClass, string][] = [
  ['money', '元 美元 欧元 港元 日元 英镑'],
  ['percent', '% ‰'],
  ['times', '倍'],
  ['people', '人'],
  [
    'count',
    `个 家 项 件 场 次 户 所 支 只 台 套 条 期 批 篇 种 类 座 处 款 部 份 笔 单 间 栋 幢 辆 架 艘 门 例 株 头
    对 张 本 册 卷 幅 颗 块 片 顶 把 口 枚 尾 羽 匹 档 组 队 团 站 班 轮 届 宗 则 起 根 盏 艘 层 道 路 棵 粒 眼
    批次 户次 人年 人月 人次 家次 场次 项次 户次 台次 件次 车次 班次 架次 台套 件套 学时 课时 点位 席 桩 岁 周岁 村 镇 乡 县 市 区 省 国`,
  ],
  [
    'physical',
    `斤 公斤 千克 克 毫克 吨 升 毫升 立方米 立方 亩 公顷 平方米 平方公里 平方千米 平米 米 千米 公里 厘米 毫米 微米 纳米
    千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 瓦 伏 千伏 度电 摄氏度 标准煤 标箱 赫兹 焦耳 卡 帕
    kW MW GW kWh MWh GWh kg km m mm cm nm t g GB TB PB Mbps Gbps PFlops PFLOPS EFlops EFLOPS`,
  ],
  ['time', '年 个月 天 个工作日 工作日 个自然日 日 小时 个小时 分钟 周 个季度 秒 个学期 学期'],
]
const SAME: readonly [text: string, norm: string, unitClass: UnitClass, power?: number][] = [
  ['名', '人', 'people'],
  ['位', '人', 'people'],
  ['块钱', '元', 'money'],
  ['元人民币', '元', 'money'],
  ['个百分点', '百分点', 'points'],
  ['百分点', '百分点', 'points'],
  ['个基点', '基点', 'points'],
  ['基点', '基点', 'points'],
  ['大', '个', 'label'],
  ['个方面', '个', 'label'],
  ['方面', '个', 'label'],
  ['台（套）', '台套', 'count'],
  ['家（次）', '家次', 'count'],
  ['人（次）', '人次', 'count'],
  ['成', '%', 'percent', 1],
]

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
])

const UNITS: ReadonlyMap<string, readonly UnitName[]> = byFirst([
  ...LISTS.flatMap(([unitClass, list]) =>
    list
      .split(/\s+/)
      .map((text): UnitName => ({ text, norm: text.replace(/^个(?=.)/, ''), class: unitClass, power: 0 })),
  ),
  ...SAME.map(([text, norm, unitClass, power = 0]): UnitName => ({ text, norm, class: unitClass, power })),
])

function byFirst(units: UnitName[]): Map<string, UnitName[]> {
  const index = new Map<string, UnitName[]>()
  for (const unit of units.sort((a, b) => b.text.length - a.text.length)) {
    const first = unit.text[0] ?? ''
    index.set(first, [...(index.get(first) ?? []), unit])
  }
  return index
}

/** The longest unit that stands here. */
export function unitAt(text: string, at: number): UnitName | undefined {
  const unit = UNITS.get(text[at] ?? '')?.find((u) => text.startsWith(u.text, at))
  // A Latin unit ends where the word ends: `5 m` but not `5 mRNA`.
  if (unit?.text === '成' && /^[果立功长本都员交效为年品就熟因份]/.test(text.slice(at + 1))) return undefined
  if (unit && /[A-Za-z]$/.test(unit.text) && /[A-Za-z0-9]/.test(text[at + unit.text.length] ?? ''))
    return undefined
  return unit
}
