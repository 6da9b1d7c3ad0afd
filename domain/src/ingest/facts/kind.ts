import type { Op } from '../quantities/compare.js'
import type { Kind, Quantity } from '../quantities/quantity.js'
import type { Comparison } from './fact.js'

const CHANGE =
  '增产|增收|减产|节本|降本|增长|增速|增幅|增加|提高|提升|上升|上涨|增|升|下降|减少|降低|回落|压减|压缩|缩减|降|减'
const GROWTH = new RegExp(
  `(?:(同比|环比|比上年|较上年|比去年|较去年|年均|较[^，。；]{1,12}?|比[^，。；]{1,12}?)[^，。；、]{0,4})?(${CHANGE})(?:了|约|近|超过|超|达到?|为|率为|率达|率)?$|(同比|环比)([+-])$`,
)
/** `比上年末减少1.02万人`, `同比增加21家`: a difference, whatever it is measured in. */
const DIFFERENCE =
  /((?:同比|环比)|(?:比|较)[^，。；、]{1,12}?)(?:净)?(增加|减少|增长|新增|增|减|多|少|高出|高|低|提高|提升|下降|上升|缩短|延长|节约|降低)(?:了|约|近|达|出)?$/
/** `不超过企业实际投入的30%`: the bound stands before what the share is of. */
const FAR_BOUND =
  /(不超过|不高于|最高不超过|最高|不低于|不少于|不得超过|不得低于|超过|低于)(?:其|按|为|可达)?[^，。；、\d]{2,16}?的?$/
const LEVEL = /(?:至|到|达到|提升至|提高到)$/
const SHARE =
  /(占(?:比|全|据|到|其|同|地|总|[^，。；、]{0,14})[^，。；、]{0,16}|[^，。；、]{0,12}(?:比重|比例|占比|率)(?:为|达到?|约为|超过?|近|至|均为|分别为)?)$/
const RATE =
  /(?:按照?|给予|补贴|补助|奖励|资助|贴息|配套|奖补|投资额的|融资额的|费用的|支出的|金额的|贷款额的|最高年化|总额的)[^，。；]{0,16}$/
const RATE_BEHIND = /^(?:的|给予|比例)?[^，。；]{0,6}(?:补贴|补助|奖励|资助|贴息|奖补|给予|配套)/
const FALL = /下降|减少|降低|回落|压减|压缩|缩减|降|减|少|低|缩短|节约|-/

export interface KindReading {
  readonly kind: Kind
  readonly comparison: Comparison | null
}

/** What kind of figure it is, from its unit and the words before it in its clause. */
export function kindOf(quantity: Quantity, clause: string, behind: string): KindReading {
  const bound = quantity.bound
  const comparison: Comparison | null = bound && { op: bound.op, text: bound.text }
  switch (quantity.unitClass) {
    case 'rank':
      return { kind: 'rank', comparison: { type: 'rank', text: rankText(clause) } }
    case 'ratio':
      return { kind: 'ratio', comparison }
    case 'time':
      return { kind: 'duration', comparison }
    case 'percent':
    case 'points':
    case 'times':
      return relative(quantity, clause, behind, comparison)
    default: {
      const difference = DIFFERENCE.exec(clause)
      if (difference) {
        const [text, basis = null, word = ''] = difference
        return { kind: 'growth', comparison: comparison ?? changed(text, basis, word) }
      }
      const base: Kind =
        quantity.unitClass === 'money' || quantity.unitClass === 'physical' ? 'amount' : 'count'
      return { kind: bound?.strict ? 'threshold' : base, comparison }
    }
  }
}

function changed(text: string, basis: string | null, word: string): Comparison {
  return { type: 'growth', basis, direction: FALL.test(word) ? '-' : '+', text }
}

function relative(
  quantity: Quantity,
  clause: string,
  behind: string,
  comparison: Comparison | null,
): KindReading {
  const growth = LEVEL.test(clause) ? null : GROWTH.exec(clause)
  if (growth || quantity.unitClass === 'points') {
    const basis = growth?.[1] ?? growth?.[3] ?? null
    const word = growth?.[2] ?? growth?.[4] ?? ''
    // `对增长率超过10%的企业`: who may have it, not what grew.
    if (quantity.bound?.strict && behind.startsWith('的') && /[率速幅]$/.test(clause))
      return { kind: 'threshold', comparison }
    return { kind: 'growth', comparison: comparison ?? changed(`${basis ?? ''}${word}`, basis, word) }
  }
  const far = comparison === null && !/^的(?!比例)/.test(behind) ? FAR_BOUND.exec(clause)?.[1] : undefined
  if (far !== undefined) return { kind: 'threshold', comparison: { op: opOf(far), text: far } }
  if (quantity.bound?.strict) return { kind: 'threshold', comparison }
  if (quantity.unitClass === 'times') return { kind: 'ratio', comparison }
  const share = SHARE.exec(clause)
  if (share) return { kind: 'share', comparison: comparison ?? { type: 'share', text: share[1] ?? '' } }
  if (RATE.test(clause) || RATE_BEHIND.test(behind)) return { kind: 'ratio', comparison }
  return { kind: 'share', comparison }
}

function opOf(word: string): Op {
  if (/不低于|不少于|不得低于/.test(word)) return '>='
  if (/不|最高/.test(word)) return '<='
  return word === '低于' ? '<' : '>'
}

function rankText(clause: string): string {
  return /[^，。；、]{0,8}$/.exec(clause)?.[0] ?? ''
}
