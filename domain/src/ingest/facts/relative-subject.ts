import type { Kind, Quantity } from '../quantities/quantity.js'
import { counted, type Memory } from './memory.js'
import { tidy, withoutTrailing } from './phrase.js'
import type { Surroundings } from './surroundings.js'

const CHANGE =
  /(?:同比|环比|(?:比|较|[高低]于)[^，。；、]{1,12}?|年均)?(?:净)?(?:[高低]于[^，。；、]{1,12}|增长率?|增速|增幅|增加|提高|提升|上升|上涨|下降|减少|降低|高出|高|低|增|降|减|[+-])?(?:了|为)?$/

/** What grew: named before, else what was counted last. */
export function growthSubject(around: Surroundings, memory: Memory): string {
  const own = withoutTrailing(withoutTrailing(tidy(around.before)).replace(CHANGE, '')).replace(
    /^(?:增幅|增速)/,
    '',
  )
  const several = /分别/.test(around.before) ? around.place : null
  if (several !== null) {
    const nth = memory.recent[memory.recent.length - several.of + several.nth]
    if (nth !== undefined) return nth
  }
  if (own.length >= 2 && !/^(?:同比|环比|比|较)/.test(own)) {
    memory.base = own
    memory.subject = own
    return own
  }
  return memory.recent.at(-1) ?? (memory.subject === '' ? own : memory.subject)
}

const RANK_VERB =
  /(?:均|已|继续|稳)?(?:跃居|跃升至?|位居|居于?|位列|列|排名?|名列|跻身|升至|升到|跃至|上升至|进入|入围|入选|挤进|稳居|保持|蝉联|占据?|获)/

export function rankSubject(around: Surroundings, memory: Memory): string {
  const before = around.before.replace(/第$|前$/, '').replace(/^[（、，]+/, '')
  const match = RANK_VERB.exec(before)
  const topic = match ? tidy(before.slice(0, match.index)) : ''
  const scope = (match ? before.slice(match.index + match[0].length) : before).replace(/[（）]/g, '')
  const own = /^(?:总数|数量|总量|规模|在)?$|^连续|^在|[中里]$/.test(topic) ? counted(memory) : topic
  return `${own}${scope}位次`
}

/** `将审批时限压减，由90天缩短至30天`. */
const TIMED = /([^，。；将把]{2,10}(?:时限|时间|周期|期限))/

export function durationSubject(quantity: Quantity, around: Surroundings, memory: Memory): string {
  const before = tidy(around.before)
  const behind = /^[，。；、]/.test(around.behind) ? '' : around.behind
  if (/^的[^，。；、]{2,}/.test(behind)) return recalled(`${behind.slice(1)}期限`, memory)
  const timed = before === '' ? TIMED.exec(around.clauseBefore)?.[1] : undefined
  if (timed !== undefined) return recalled(timed, memory)
  const years = `${quantity.unit.replace(/^个/, '')}数`
  if (
    /^(?:由|从|最长|最短|缩短|压缩|延长|提前|增加|减少)?(?:至|到)?$/.test(before) &&
    behind === '' &&
    memory.subject !== ''
  )
    return /(?:限|时间|周期|时长)$/.test(memory.subject) ? memory.subject : `${counted(memory)}期限`
  if (/连续$/.test(before)) {
    const given = /发放|给予|补贴|补助|资助|奖励/.test(around.part.behind)
    if (given) return `${granted(around)}期限`
    const own = tidy(before.replace(/连续$/, ''))
    if (own.length > 3) {
      memory.base = own
      memory.subject = own
    }
    return `${own === '' ? (/^不/.test(behind) ? '' : counted(memory)) : own}连续${withoutTrailing(behind).slice(0, 8)}的${years}`
  }
  const name = `${before.replace(/(?:最长|最短|为期|长达|历时|缩短)+$/, '')}${/^(?:缩短|压缩|延长|提高|下降)/.test(behind) ? '' : behind}`
  if (name === '' || /^(?:期限)$/.test(name)) return `${counted(memory)}期限`
  memory.subject = name
  return /(?:期限?|时间|周期|年限|时长)$/.test(name) ? name : `${name}期限`
}

/** What is granted for a time: `连续三年每月发放5000元生活补贴`. */
function granted({ part }: Surroundings): string {
  const whom = /([^，。；：]{2,20})的，[^，。；]*$/.exec(part.before)?.[1] ?? ''
  const what = /([^，。；、\d元]{0,6}(?:补贴|补助|资助|奖励))/.exec(part.behind)?.[1] ?? '支持'
  return `${tidy(whom)}${what.replace(/^(?:给予|发放|每[年月])+/, '')}`
}

const RISES = /^(?:提升|提高|增长|增加|上升|下降|降低|降|升|扩大|缩小)[至到]/

export function shareSubject(quantity: Quantity, kind: Kind, around: Surroundings, memory: Memory): string {
  const own = tidy(around.before)
  if (RISES.test(around.behind) && own.startsWith('占') && memory.subject !== '')
    return recalled(`${memory.subject}${own}`, memory)
  if (RISES.test(around.behind) && own !== '') {
    memory.base = own
    return recalled(own, memory)
  }
  if (quantity.unitClass === 'times') return timesSubject(own, memory)
  if (/^(?:[、，（]|提升|提高|增长|增加|上升|下降|降低|降|升|扩大|缩小|至|到)*$/.test(around.before))
    return around.labelled ? recalled(around.label, memory) : (ofBehind(around) ?? memory.base)
  const before = around.before
    .replace(/^[、，（]?(?:其中)?/, '')
    .replace(/(?:约为|为|达到?|近|约|超过?|突破|均为|至|分别为)+$/, '')
  const behind = /^(?:[、，；。：！？）]|$)/.test(around.behind) ? '' : around.behind.replace(/^的/, '')
  const of = before.search(/占(?!比)/)
  if (of >= 0) return partSubject(before, of, memory)
  const planned = /^为(.{2,10})的$/.exec(around.before.replace(/^[，、]/, ''))?.[1]
  if (planned !== undefined) return `${memory.recent.at(-1) ?? counted(memory)}占${planned}比重`
  if (/^的?(?:增速|增长)$/.test(around.behind)) return `${memory.base}增速`
  if (kind === 'ratio') return rateSubject(before, behind, around)
  if (behind !== '' && kind !== 'threshold') return `${behind}比重`
  if (own === '' || /^(?:占比|比重|比例)$/.test(own)) return `${memory.base}${own || '比重'}`
  if ((around.bracketed && own.length <= 4) || /^增长率$/.test(own)) return `${memory.base}${own}`
  return recalled(own, memory)
}

function recalled(subject: string, memory: Memory): string {
  memory.subject = subject
  memory.recent.push(subject)
  return subject
}

/** `近九成企业愿意续约`: the share is of what stands behind. */
function ofBehind({ before, behind }: Surroundings): string | null {
  if (/^[、，（；。：！？）]|^$/.test(behind) || before !== '') return null
  return `${behind.replace(/^的/, '').slice(0, 16)}比重`
}

function partSubject(before: string, of: number, memory: Memory): string {
  const own = tidy(before.slice(0, of)).replace(/(?:以下|以上|左右)的?$/, '')
  if (own !== '' && !/^(?:共|分别)?$/.test(own)) memory.base = own
  const whole = before.slice(of).replace(/的?(?:比重|比例)?(?:（[^）]*）)?$/, '')
  const subject = whole === '占' ? `${memory.base}占比` : `${memory.base}${whole}比重`
  memory.recent.push(subject)
  return subject
}

/** `是上年的1.6倍`, `财政资金放大近6倍`. */
function timesSubject(own: string, memory: Memory): string {
  const plain = own.replace(/(?:扩大到?|增长到?|提高到?|达到|是|为)?(?:上年|去年|原来|以前|过去)$/, '')
  const topic = tidy(plain.replace(/^(?:是|为)(?:[^，。；]{0,8})$/, ''))
  return topic === '' ? `${counted(memory)}倍数` : `${topic}倍数`
}

/** `按省创新券实际兑付情况，给予1:1配套支持`: of what, and for what. */
function rateSubject(before: string, behind: string, around: Surroundings): string {
  const of = tidy(before.replace(/^(?:按照?|给予)/, ''))
  if (!/按|给予|补|奖/.test(before) && of !== '') return of
  const policy = tidy(around.clauseBefore)
    .replace(/^[^，]{0,6}按照?/, '')
    .replace(/(?:实际|实际到位)?[^，]{0,4}情况$/, '')
  return `${policy}${of.replace(/^.*按照?/, '').replace(/的$/, '')}${behind.slice(0, 10)}比例`
}
