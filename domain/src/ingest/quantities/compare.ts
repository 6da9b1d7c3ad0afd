export type Op = '>' | '>=' | '<' | '<=' | '≈'

export interface Bound {
  readonly op: Op
  readonly text: string
  /** A bound is meant; else the figure is only rounded. */
  readonly strict: boolean
}

const GIVEN =
  '(?:不超过|可达到?|可获得?|可|给予|奖励|补贴|补助|资助|支持|额度为?|限额为?|年化|比例为?|单个项目|每家|每项|每年|为)'
const BEFORE: readonly [RegExp, Op, boolean][] = [
  [
    new RegExp(`(?:最高${GIVEN}{0,3}|不超过|不高于|不多于|不大于|至多|最多(?:不超过)?|上限为?|封顶)$`),
    '<=',
    true,
  ],
  [
    /(?:不少于|不低于|不小于|不短于|至少(?:有|建有|建成|建设|配备|设立|拥有|达到)?|最低(?:不少于|为)?|最少)$/,
    '>=',
    true,
  ],
  [/(?:超过了?|超出|突破了?|首破|逾|高于|多于|大于|超|破|上)$/, '>', true],
  [/(?:低于|少于|小于|不足|不到|未满)$/, '<', true],
  [/(?:接近|将近|逼近|近)$/, '<', false],
  [/(?:大约|约为|约占|约|大概|大致)$/, '≈', false],
]
const AFTER: readonly [RegExp, Op, boolean][] = [
  [/^(?:及|或|含)?以上/, '>=', true],
  [/^(?:及|或|含)?以下|^以内|^之内|^内(?![部外设容涵陆])/, '<=', true],
  [/^左右|^上下/, '≈', false],
]
/** 上 bounds a bare ten, hundred or thousand only: 上百家, but not 以上3家. */
const BARE = /^[百千万]/

/** The words around a figure that say it is a bound or an approximation. */
export function boundOf(before: string, more: string, after: string, figure: string): Bound | null {
  const near = before.slice(-16)
  for (const [pattern, op, strict] of BEFORE) {
    const text = pattern.exec(near)?.[0]
    if (text === undefined) continue
    if (text === '上') {
      if (BARE.test(figure) && !/以上$/.test(near)) return { op: '>=', text, strict }
      continue
    }
    if (text === '破' && /(?:^|[打攻冲揭爆识侦])破$/.test(near)) continue
    return { op, text, strict }
  }
  for (const [pattern, op, strict] of AFTER) {
    const text = pattern.exec(after)?.[0]
    if (text !== undefined) return { op, text, strict }
  }
  return more === '' ? null : { op: '>', text: more, strict: false }
}
