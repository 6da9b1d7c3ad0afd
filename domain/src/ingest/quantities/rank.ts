import { parseChinese } from './decimal.js'
import type { Quantity } from './quantity.js'

const VERB =
  /(?:居|列|排名?|位|名列|跻身|升至|升到|跃至|上升至|进入|进位至|挤进|稳居|保持|蝉联|占据?|获|夺得|斩获|均为|达到?)$/
const SCOPE =
  /(?:全国|全省|全市|全区|全州|全球|世界|国内|同类|同行业|省内|中西部|西部|中部|东部|东北|[^，。；]{0,6}(?:省|市|区)|地级市|城市|开发区|高新区)(?:中|的|内|里)?$/
const NO_RANK =
  /^(?:届|期|批|个|次|季度|季|章|条|款|项|轮|代|产业|方|时间|线|书记|责任|手|人称|党|课堂|大|医院|中学|年|篇|部|步|阶段|类|种|卷|版|号|动力|资源|生产力|桶|站|棒|家)/

const LISTED =
  /(?:跻身|入围|进入|入选|位列|位居|名列|挺进|迈入|迈进|上榜|荣登|登上|晋级|获评)[^，。；]{0,20}$/
const LIST = /^强(?:县|市|区|镇|县市|城市|园区|高校|榜单?|行列|名单)?(?:[，。；、）”]|$)/

/** `跻身全国城市创新能力百强`: among the first hundred. */
function listedAt(text: string, at: number, length: number, value: number): Quantity | undefined {
  if (value < 2 || !LIST.test(text.slice(at + length, at + length + 8))) return undefined
  return LISTED.test(text.slice(Math.max(0, at - 24), at))
    ? rank(at, at + length + 1, value, true)
    : undefined
}

/** What 第N or 前N says: a rank, null for an ordinal that ranks nothing, undefined where neither stands here. */
export function rankAt(text: string, at: number, length: number, value: number): Quantity | null | undefined {
  const mark = text[at - 1] ?? ''
  if (mark !== '第' && mark !== '前') return listedAt(text, at, length, value)
  const before = text.slice(Math.max(0, at - 16), at - 1)
  const behind = text.slice(at + length, at + length + 6)
  const place = /^(?:位(?!数)|名(?!单))/.exec(behind)?.[0].length ?? 0
  const ranked = VERB.test(before) || SCOPE.test(before)
  if (mark === '前') {
    if (!ranked || /^(?:个|季度|年|期|月|次)/.test(behind))
      return /^\d/.test(text.slice(at)) ? undefined : null
    const strong = /^强/.test(behind) ? 1 : 0
    return rank(at, at + length + Math.max(place, strong), value, true)
  }
  if (place === 0 && (NO_RANK.test(behind) || !ranked)) return null
  return rank(at - 1, at + length + place, value, false)
}

function rank(start: number, end: number, value: number, atLeast: boolean): Quantity {
  return {
    start,
    end,
    after: end,
    before: start,
    value: String(value),
    unit: '名次',
    unitClass: 'rank',
    bound: atLeast ? { op: '<=', text: '前', strict: true } : null,
    chinese: false,
  }
}

/** 第一 and 前三 in Chinese numerals. */
export function chineseRankAt(text: string, at: number, run: string): Quantity | null | undefined {
  const value = parseChinese(run === '百' ? '一百' : run)
  return value === null ? undefined : rankAt(text, at, run.length, value)
}
