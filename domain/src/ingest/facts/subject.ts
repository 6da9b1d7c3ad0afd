import type { Kind, Quantity } from '../quantities/quantity.js'
import { cutBehind, lastVerbOf } from './words.js'

/** What the figures before counted: `其中国家级 59 家` says only how it differs from them. */
export interface Memory {
  /** Without its verb and without 数. */
  base: string
  subject: string
  verb: string
  unit: string
  /** All that was counted in the sentence: `登记1.6万项、成交额3亿元，分别增长8%和11%`. */
  recent: string[]
}

export function emptyMemory(): Memory {
  return { base: '', subject: '', verb: '', unit: '', recent: [] }
}

export interface Surroundings {
  /** From the last mark before the figure, periods left out. */
  readonly before: string
  /** To the next mark or figure. */
  readonly behind: string
  /** What the next figure counts together with this one: `一期投资5亿元、总投资40亿元的项目`. */
  readonly shared: string
  /** The part of the sentence before that, where only a comma stands between. */
  readonly clauseBefore: string
  /** Its place among figures that stand side by side: `8.4%和11.3%`. */
  readonly place: { readonly nth: number; readonly of: number }
}

const LEADING =
  /^(?:[、，,“”"'\s]|并|且|其中|同时|此外|目前|先后|已经|已|共计|共有|共|总计|现有|现已|全区|全省|全市|全州|全县|全国|我省|我市|我区|预计|将|还|也|及|以及|和|现|力争到|力争|计划到|到(?![位账户])|以上|分别|通过|当年(?=新增)(?!新增))+/
const TRAILING =
  /(?:[“"、\s]|和|与|及|由|从|增至|增加到|提升至|提升到|提高至|提高到|上升至|上升到|降至|下降到|扩大到|扩大至|已达到?|达到?|高达|预计|分别为|分别|约为|为|共计|总计|共|近|约|超过?|突破|逾|不少于|不低于|不超过|至少|有|至|了|已|均|各|再|仅|到|的|是|在|最高|给予|可)+$/
const ATTRIBUTES = /各类|一批|多个|相关|有关/g
/** An indicator that says nothing without what it is of. */
const BARE_INDICATOR =
  /^(?:总|年|累计)?(?:投资额|投资|总额|金额|规模|总规模|总数|数量|产值|收入|营收|利润|税收|产量|人数|面积|总量|合同额|交易额|成交额|销售额|出口额|资金|经费|投入|余额|总投资|比例)$/
const LEVEL =
  /^(?:国家级|国家|省级|省部级|部级|市级|区级|县级|自治区级|盟市级|院级|校级|[^，、]{1,3}级以上|[^，、]{1,2}级)$/
const MONEY =
  /(?:额|资金|经费|收入|支出|规模|产值|总值|利润|税收|贷款|费用|成本|融资|预算|价值|余额|营收|价格|债券|基金|产出|奖补)$/
const COUNTED = /(?:人数|数量|总数|数|量|次数|场次|总量|率|指数|面积|产量|户数|亩产|单产)$/
const OBJECT = 16
const TOPIC = 22
const PREDICATE = 14

/** What a figure counts, in canonical words: `孵化企业数`, `吸纳技术合同成交额`, `科技特派员人数全省位次`. */
export function subjectOf(quantity: Quantity, kind: Kind, around: Surroundings, memory: Memory): string {
  if (kind === 'growth') return growthSubject(around, memory)
  if (quantity.unitClass === 'rank') return rankSubject(around, memory)
  if (quantity.unitClass === 'time') return durationSubject(quantity, around, memory)
  if (quantity.unitClass === 'percent' || quantity.unitClass === 'times' || quantity.unitClass === 'ratio')
    return shareSubject(kind, around, memory)
  return countSubject(quantity, around, memory)
}

function tidy(text: string): string {
  let tidied = text.replaceAll(/[（][^）]{9,}[）]/g, '').replaceAll(ATTRIBUTES, '')
  for (let before = ''; before !== tidied; ) {
    before = tidied
    tidied = tidied.replace(LEADING, '').replace(TRAILING, '')
  }
  return tidied
}

function countSubject(quantity: Quantity, around: Surroundings, memory: Memory): string {
  const partOf = /^[、，]?其中/.test(around.before)
  const before = topical(around.before)
  const behind = /^(?:[、，；。：！？]|$)/.test(around.behind) ? '' : around.behind.replace(/[”"]/g, '')
  let base: string
  let verb: string
  let subject: string
  const cut = cutBehind(behind.replace(/^的/, ''))
  const shared = around.shared === '' ? '' : cutBehind(around.shared).noun
  if (behind.startsWith('的') && tidy(before) !== '') {
    base = withoutVerb(tidy(before)).base
    verb = ''
    subject = cut.noun + base
  } else if (cut.noun !== '') {
    const found = lastVerbOf(before)
    verb = found && !/依托|围绕/.test(found.verb) ? found.verb : ''
    base = tidy(afterEnumeration(cut.noun))
    subject = predicateOf(cut.predicate) + objectBefore(before, verb, found?.at ?? -1) + base
    subject = cut.predicate === '' || !predicateOf(cut.predicate) ? verb + subject : subject
  } else {
    const plain = tidy(before)
    const read = withoutVerb(shorten(plain))
    base = afterEnumeration(read.base)
    verb = read.verb
    if (shared !== '') return suffixed(shared + base, quantity, around)
    subject = completed(read.verb + base, base, partOf, quantity, memory)
    // 省级 after 国家级 is told from the same whole.
    if (subject !== read.verb + base) base = memory.base
  }
  const whole = suffixed(subject, quantity, around)
  remember(memory, quantity, base, verb, subject, whole)
  return whole
}

/** A level or a part is completed by what was counted before. */
function completed(
  subject: string,
  base: string,
  partOf: boolean,
  quantity: Quantity,
  memory: Memory,
): string {
  if (memory.base === '') return subject
  if (subject === '' || LEVEL.test(subject))
    return subject + memory.base.replace(/^(?:国家|[省市区县]|自治区|盟市){1,2}级(?:以上)?/, '')
  if (BARE_INDICATOR.test(subject)) return memory.subject === '' ? subject : memory.subject + subject
  if (partOf && memory.unit === quantity.unit && base === subject && base.length <= 8)
    return base.at(-1) === memory.base.at(-1) ? memory.verb + base : base + memory.base
  return subject
}

/** What stands before 共 is the topic, what stands behind says what was done. */
function topical(text: string): string {
  return text.replace(/共(?=[^同建享有性生])/, '')
}

function objectBefore(before: string, verb: string, at: number): string {
  if (verb === '' || at < 0) return ''
  const object = tidy(before.slice(at + verb.length))
  return object.length >= 4 && object.length <= OBJECT && !/[、等]/.test(object) ? object : ''
}

function predicateOf(predicate: string): string {
  const plain = predicate
    .replace(/^与[^，]*?(?=共建|合作|签约|签订|开展)/, '')
    .replace(/^(?:作为|进行|由|已|均|全部|共同|分别|成功)/, '')
    .replace(/[”“]/g, '')
    .replace(/^服务全?覆盖|^全覆盖/, '服务覆盖')
  // A verb whose object is another figure says nothing of this one.
  if (/^(?:深入|走进|服务|覆盖|惠及|前往)$/.test(plain)) return ''
  return plain.length <= PREDICATE && !/[、]/.test(plain) ? plain.replace(/(?:的|了)$/, '') : ''
}

/** `马铃薯“双链”融合等对接交流活动` is 对接交流活动. */
function afterEnumeration(text: string): string {
  const match = /等(?=[^级待于因])/.exec(text)
  return match && text.length - match.index > 4 ? text.slice(match.index + 1) : text
}

function withoutVerb(text: string): { verb: string; base: string } {
  const found = lastVerbOf(text)
  if (!found || found.at + found.verb.length >= text.length) return { verb: '', base: text }
  return { verb: text.slice(0, found.at + found.verb.length), base: text.slice(found.at + found.verb.length) }
}

const LONG = 20

/** From its last verb where the phrase is long. */
function shorten(text: string): string {
  const byMeans = /^(?:依托|通过|围绕|联合|会同|借助|利用)/.test(text)
  if (!byMeans && text.length <= LONG && !/、/.test(text.replaceAll(/（[^）]*）/g, ''))) return text
  const found = lastVerbOf(text)
  if (found && found.at + found.verb.length < text.length - 1) {
    const topic = text.slice(0, found.at)
    return !byMeans && topic.length <= TOPIC && !/[、，]/.test(topic) ? text : text.slice(found.at)
  }
  if (text.length <= LONG) return text
  const last = Math.max(text.lastIndexOf('、'), text.lastIndexOf('的'))
  return last > 0 && text.length - last > 4 ? text.slice(last + 1) : text.slice(-LONG)
}

function suffixed(subject: string, quantity: Quantity, around: Surroundings): string {
  const plain = subject.replaceAll(/[“”"]/g, '')
  if (quantity.unitClass === 'money') {
    const grant = GRANT.exec(around.before)
    if (grant)
      return `${beneficiary(`对${grant[1] ?? ''}`)}${/^[^，。；]{0,8}/.exec(around.behind)?.[0] ?? ''}${quantity.bound?.op === '<=' ? '上限' : '额'}`
    const limit = quantity.bound?.strict && quantity.bound.op === '<=' ? `${policyOf(around)}` : ''
    if (limit !== '') return `${limit}${plain.replace(/^给予/, '')}上限`
    if (/投资$/.test(plain)) return `${plain}额`
    return MONEY.test(plain) || plain === '' ? plain : `${plain}额`
  }
  if (COUNTED.test(plain)) return plain
  if (quantity.unitClass === 'people') return /人$/.test(plain) ? `${plain}数` : `${plain}人数`
  if (quantity.unitClass === 'physical') return plain
  const endings: Readonly<Record<string, string>> = {
    场: '场次',
    次: '次数',
    期: '期数',
    条: '条数',
    人次: '人次数',
  }
  return `${plain}${endings[quantity.unit] ?? '数'}`
}

const GRANT = /对([^，。；]{2,30}?)(?:，|一次性|按|分别|再|每年|每家)*给予/

const OWN = /^对([^，。；]{2,30}?)的?(?:，|按|给予)/

/** What a grant is for stands in the part of the sentence before it. */
function policyOf(around: Surroundings): string {
  const own = OWN.exec(around.before)
  if (own) return beneficiary(`对${own[1] ?? ''}`)
  const before = around.before.replace(/^.*?(?:给予|奖励|补助|补贴)/, '')
  const per = /单个[^，。；]{1,6}|每[家个项人]/.exec(before)?.[0] ?? ''
  const policy = tidy(around.clauseBefore).replace(/^(?:开展|支持|鼓励|按照?)/, '')
  return beneficiary(policy) + per
}

/** `对首次获得贷款的科技型中小企业` is about 科技型中小企业. */
function beneficiary(policy: string): string {
  const to = policy.lastIndexOf('对')
  const whom = to < 0 ? policy : policy.slice(to + 1)
  const of = whom.lastIndexOf('的')
  return to >= 0 && of >= 0 && whom.length - of > 3 ? whom.slice(of + 1) : whom
}

function growthSubject(around: Surroundings, memory: Memory): string {
  const own = tidy(around.before)
    .replace(
      /(?:同比|环比|比上年|较上年|较[^，]{1,8}|年均)?(?:增长|增速|增幅|增加|提高|提升|上升|下降|减少|降低|增)?$/,
      '',
    )
    .replace(TRAILING, '')
  const several = /分别/.test(around.before) ? around.place : null
  if (several !== null) {
    const nth = memory.recent[memory.recent.length - several.of + several.nth]
    if (nth !== undefined) return nth
  }
  if (own.length >= 2 && !/^(?:同比|环比)/.test(own)) {
    memory.base = own
    memory.subject = own
    return own
  }
  return memory.subject === '' ? own : (memory.recent.at(-1) ?? memory.subject)
}

const RANK_VERB =
  /(?:均|已|继续|稳)?(?:位居|居于?|位列|列|排名?|名列|跻身|升至|升到|跃至|上升至|进入|挤进|稳居|保持|蝉联|占据?|获)/

function rankSubject(around: Surroundings, memory: Memory): string {
  const before = around.before.replace(/第$|前$/, '')
  const match = RANK_VERB.exec(before)
  const topic = match ? tidy(before.slice(0, match.index)) : ''
  const scope = match ? before.slice(match.index + match[0].length) : before
  const own = /^(?:总数|数量|总量|规模)?$|^连续/.test(topic) ? counted(memory) : topic
  return `${own}${scope}位次`
}

function counted(memory: Memory): string {
  return COUNTED.test(memory.subject) || MONEY.test(memory.subject) || memory.subject === ''
    ? memory.subject
    : `${memory.subject}数`
}

function durationSubject(quantity: Quantity, around: Surroundings, memory: Memory): string {
  const before = tidy(around.before)
  const behind = /^[，。；、]/.test(around.behind) ? '' : around.behind
  if (/连续$/.test(before) || before === '连续')
    return `${counted(memory)}连续${behind}的${quantity.unit.replace(/^个/, '')}数`
  return before === '' && behind === '' ? `${counted(memory)}期限` : `${before}${behind}期限`
}

function shareSubject(kind: Kind, around: Surroundings, memory: Memory): string {
  if (
    /^(?:提升|提高|增长|增加|上升|下降|降低|降|升|扩大)[至到]/.test(around.behind) &&
    tidy(around.before) !== ''
  ) {
    memory.base = tidy(around.before)
    return memory.base
  }
  if (/^(?:[、，]|提升|提高|增长|增加|上升|下降|降低|降|升|扩大|至|到)*$/.test(around.before))
    return memory.base
  const before = around.before
    .replace(/^[、，]?(?:其中)?/, '')
    .replace(/(?:约为|为|达到?|近|约|超过?|突破|均为|至|分别为)+$/, '')
  const behind = /^(?:[、，；。：！？]|$)/.test(around.behind) ? '' : around.behind.replace(/^的/, '')
  const of = before.search(/占(?!比)/)
  if (of >= 0) {
    const own = tidy(before.slice(0, of))
    if (own !== '' && !/^(?:共|分别)?$/.test(own)) memory.base = own
    const whole = before.slice(of).replace(/的?(?:比重|比例)?$/, '')
    return `${memory.base}${whole}比重`
  }
  if (kind === 'ratio' || kind === 'threshold') return rateSubject(before, behind, around)
  if (behind !== '') return `${behind}比重`
  const own = tidy(before)
  if (own === '' || /^(?:占比|比重|比例)$/.test(own)) return `${memory.base}${own || '比重'}`
  memory.subject = own
  memory.recent.push(own)
  return own
}

/** `按省创新券实际兑付情况，给予1:1配套支持`: of what, and for what. */
function rateSubject(before: string, behind: string, around: Surroundings): string {
  const of = tidy(before.replace(/^(?:按照?|给予)/, ''))
  if (/(?:率|比例|比重|占比|强度)$/.test(of) && !/按|给予|补|奖/.test(before)) return of
  const policy = tidy(around.clauseBefore)
    .replace(/^按照?/, '')
    .replace(/(?:实际|实际到位)?[^，]{0,4}情况$/, '')
  const own = OWN.exec(before)
  const whom = own ? beneficiary(`对${own[1] ?? ''}`) : beneficiary(policy)
  return `${whom}${of.replace(/^.*按照?/, '').replace(/的$/, '')}${behind.slice(0, 10)}比例`
}

function remember(
  memory: Memory,
  quantity: Quantity,
  base: string,
  verb: string,
  subject: string,
  whole: string,
): void {
  memory.recent.push(whole)
  memory.base = base.replace(/(?:人数|总数|数量|数)$/, '')
  memory.subject = subject.replace(/(?:总数|数量)$/, '')
  if (verb !== '') memory.verb = lastVerbOf(verb)?.verb ?? verb
  memory.unit = quantity.unit
}
