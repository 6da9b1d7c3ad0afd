import type { Kind, Quantity } from '../quantities/quantity.js'
import { grantSubject } from './grant.js'
import { type Memory, remember } from './memory.js'
import { BARE_INDICATOR, COUNTED, LEVEL, MONEY, tidy } from './phrase.js'
import { durationSubject, growthSubject, rankSubject, shareSubject } from './relative-subject.js'
import type { Surroundings } from './surroundings.js'
import { cutBehind, isVerb, lastVerbOf } from './words.js'

const OBJECT = 16
const TOPIC = 22
const PREDICATE = 14

/** What a figure counts, in canonical words: `孵化企业数`, `吸纳技术合同成交额`, `科技特派员人数全省位次`. */
export function subjectOf(quantity: Quantity, kind: Kind, around: Surroundings, memory: Memory): string {
  if (around.labelled && !LEVEL.test(around.label)) {
    memory.base = around.label
    memory.subject = around.label
  }
  if (kind === 'growth') return growthSubject(around, memory)
  if (quantity.unitClass === 'rank') return rankSubject(around, memory)
  if (quantity.unitClass === 'time') return durationSubject(quantity, around, memory)
  const grant = grantSubject(quantity, around)
  if (grant !== null) return grant
  if (RISEN.test(around.before) && memory.subject !== '') return memory.recent.at(-1) ?? memory.subject
  if (quantity.unitClass === 'percent' || quantity.unitClass === 'times' || quantity.unitClass === 'ratio')
    return shareSubject(quantity, kind, around, memory)
  return countSubject(quantity, around, memory)
}

/** `由4台增至11台`: the second figure is of what the first was. */
const RISEN =
  /^(?:增加|提高|提升|上升|扩大|发展|壮大|增长|减少|降低|下降|缩短|压缩|缩减|增|升|降)(?:至|到|为)(?:了|约|近)?(?:现在的?|目前的?|如今的?)?$/

interface Reading {
  readonly base: string
  readonly verb: string
  readonly subject: string
}

function countSubject(quantity: Quantity, around: Surroundings, memory: Memory): string {
  const before = beforeOf(around)
  const behind = behindOf(around)
  const cut = cutBehind(behind.replace(/^的/, ''))
  const read =
    calledBehind(quantity, before, behind, around) ??
    (behind.startsWith('的') && tidy(before) !== ''
      ? { base: withoutVerb(tidy(before)).base, verb: '', subject: cut.noun + withoutVerb(tidy(before)).base }
      : cut.noun !== ''
        ? nounBehind(quantity, before, cut, around)
        : (peopleWho(quantity, before, cut.predicate, around) ??
          namedBefore(quantity, before, around, memory)))
  const levelled = LEVEL.test(around.label) && !/^(?:国家|[省市县区院校])级/.test(read.subject)
  const level = levelled ? around.label : ''
  const subject = `${level}${read.subject}`
  const whole = suffixed(subject, quantity)
  if (around.shared === '' || cut.noun !== '') remember(memory, quantity, { ...read, subject, whole })
  return whole
}

/** What stands before 共 is the topic, what stands behind says what was done. */
function beforeOf({ before, label, labelled, place }: Surroundings): string {
  const several = /^(.*?)分别为?$/.exec(before)?.[1]?.split(/、|和|与/) ?? []
  if (place.of > 1 && several.length === place.of) return several[place.nth] ?? before
  const topical = before.replace(/共(?=[^同建享有性生])/, '')
  return labelled && tidy(topical) === '' ? label : topical
}

/** A change behind a figure names nothing: `由100kW提高至500kW`. */
function behindOf({ behind }: Surroundings): string {
  if (/^(?:[、，；。：！？）/且并或]|$)/.test(behind)) return ''
  if (/^(?:提高|提升|增加|增长|扩大|发展|壮大|上升|下降|降低|减少|缩短|增|升|降)[至到]/.test(behind))
    return ''
  return tidy(behind) === '' ? '' : behind.replace(/[”"]/g, '')
}

const FOUNDED = /(?:建立|设立|组建|建设|建成|打造|成立)了?([^，。；、]{3,24})$/
const UPON = /对([^，。；]{2,24}?)(?:进行|开展|实施)了?([^，。；、]{2,14})$/

/** `出资500万元与银行共同建立风险资金池`, `3次组织专家对孵化器进行安全检查`: the phrase behind says what for. */
function calledBehind(
  quantity: Quantity,
  before: string,
  behind: string,
  around: Surroundings,
): Reading | null {
  const funded = quantity.unitClass === 'money' ? FOUNDED.exec(behind)?.[1] : undefined
  const verb = /(?:出资|投资|投入|安排)$/.exec(tidy(before))?.[0]
  if (funded !== undefined && verb !== undefined) {
    const base = tidy(funded.replace(/^(?:的)/, ''))
    return { base, verb: '', subject: `${base}${verb}额` }
  }
  const upon = quantity.unit === '次' || quantity.unit === '场' ? UPON.exec(behind) : null
  if (upon?.[1] && upon[2]) {
    const base = `${tidy(upon[1])}${upon[2]}`
    return { base, verb: '', subject: base }
  }
  // `间80平方米的实验室`: what is measured stands behind.
  const measured = quantity.unitClass === 'physical' ? /^的([^，。；、]{2,12})$/.exec(behind)?.[1] : undefined
  if (measured === undefined || around.bracketed || !/平方米|亩|公顷|平方公里/.test(quantity.unit))
    return null
  return { base: measured, verb: '', subject: `${measured}面积` }
}

/** `共有128人获评优秀`: people are named by what they did. */
function peopleWho(
  { unitClass }: Quantity,
  before: string,
  predicate: string,
  { ahead }: Surroundings,
): Reading | null {
  if (unitClass !== 'people' || tidy(before) !== '') return null
  const said = predicateOf(predicate, ahead)
  return said === '' ? null : { base: said, verb: '', subject: said }
}

function nounBehind(
  quantity: Quantity,
  before: string,
  cut: { noun: string; predicate: string },
  around: Surroundings,
): Reading {
  const found = lastVerbOf(before)
  const enumerated = quantity.unitClass === 'label' && /、/.test(before)
  const verb = found && !enumerated && !MEANS.test(found.verb) ? found.verb : ''
  const base = tidy(afterEnumeration(cut.noun)).replace(/中$/, '')
  const predicate = predicateOf(cut.predicate, around.ahead)
  const object = objectBefore(before, verb, found?.at ?? -1)
  if (predicate !== '') return { base, verb, subject: predicate + object + base }
  const each = EACH.exec(before)?.[0] ?? ''
  return { base, verb, subject: each === '' ? verb + object + base : each + base }
}

/** Words before a figure that say by what means, not what was done. */
const MEANS = /^(?:依托|围绕|通过|利用|使用)$/
const EACH = /(?:平均)?每[个家户名座县市区][^，。；\d]{0,8}?(?=至少|有|配|安排|建|不少于|设|拥有|$)/

function namedBefore(quantity: Quantity, before: string, around: Surroundings, memory: Memory): Reading {
  const plain = tidy(before)
  const read = withoutVerb(shorten(plain))
  const base = afterEnumeration(read.base)
  if (around.shared !== '') return { base, verb: read.verb, subject: cutBehind(around.shared).noun + base }
  const partOf = /^[、，（]?其中/.test(around.before)
  const whole = read.verb + base
  const subject = completed(whole, base, { partOf, quantity, memory, around })
  // 省级 after 国家级 is told from the same whole.
  return { base: subject === whole ? base : memory.base, verb: read.verb, subject }
}

interface Told {
  readonly partOf: boolean
  readonly quantity: Quantity
  readonly memory: Memory
  readonly around: Surroundings
}

const NEW = /^(?:新)?(?:获批|新增|净增|新建|认定|备案|新认定|新获批|新备案|培育|建成|新开工)/

/** A level, a part or a bare verb is completed by what was counted before. */
function completed(subject: string, base: string, told: Told): string {
  const { partOf, quantity, memory, around } = told
  if (/^(?:最高|平均|人均|户均|亩均)./.test(subject) && subject.length <= 8 && subject.length > 2)
    return topicOf(around) + subject
  if (memory.base === '') return subject
  if (/^(?:人均|户均|亩均|县均|村均|校均|平均|单[价产])$/.test(subject)) return subject + memory.subject
  const whole = memory.base.replace(/^(?:国家|[省市区县]|自治区|盟市){1,2}级(?:以上)?/, '')
  if (/^(?:[特一二三]等|[金银铜])奖$/.test(subject))
    return memory.base.replace(/[特一二三]等奖$|[金银铜]奖$/, '') + subject
  if (subject === '' || LEVEL.test(subject)) return subject + whole
  if (quantity.unitClass !== 'money' && subject.length <= 3 && isVerb(subject) && memory.recent.length > 0)
    return memory.base.includes(subject) ? memory.base : subject + memory.base
  if (/^总[数量]$|^总规模$/.test(subject)) return memory.subject.replace(NEW, '') + subject
  const bare = subject.replace(/^(?:实现|完成|创造)/, '')
  if (BARE_INDICATOR.test(bare) && (memory.recent.length > 0 || memory.subject === memory.base))
    return memory.subject === '' ? subject : memory.subject + bare
  if (around.bracketed && subject.length <= 4) return memory.base + subject
  if (partOf && /(?:博士|硕士|院士|专家|教授|技师|学者|人才|人员)$/.test(base)) return subject
  if (partOf && memory.unit === quantity.unit && base === subject && base.length <= 8)
    return base.at(-1) === memory.base.at(-1) ? memory.verb + base : base + memory.base
  return subject
}

/** A noun that stands for itself before a comma: `“巴麦”新品种，最高亩产达…`. */
function topicOf({ clauseBefore }: Surroundings): string {
  const topic = tidy(clauseBefore)
  return topic.length <= OBJECT && !/\d[名个家项人万亿元%]/.test(topic) && lastVerbOf(topic) === null
    ? topic.replaceAll(/[‘’]/g, '')
    : ''
}

function objectBefore(before: string, verb: string, at: number): string {
  if (verb === '' || at < 0) return ''
  const object = tidy(before.slice(at + verb.length))
  return object.length >= 4 && object.length <= OBJECT && !/[、等]/.test(object) ? object : ''
}

function predicateOf(predicate: string, ahead: string): string {
  const plain = predicate
    .replace(/^与[^，]*?(?=共建|合作|签约|签订|开展)/, '')
    .replace(/^(?:作为|进行|由|已|均|全部|共同|分别|成功)/, '')
    .replace(/[”“]/g, '')
    .replace(/^服务全?覆盖|^全覆盖/, '服务覆盖')
    .replace(/(?:累计|共计|合计|约|近|超过?|达)+$/, '')
  // `企业获得｜2亿元｜融资支持`: the object stands behind the next figure.
  if (/^(?:获得|获|享受|争取|取得)$/.test(plain) && /^的?[^，。；、\d]{2,10}$/.test(ahead))
    return plain + ahead.replace(/^的/, '')
  // A verb whose object is another figure says nothing of this one, nor does a word that only joins.
  if (/^(?:深入|走进|服务|覆盖|惠及|前往|共?[为对向给与和由被在从将按])$/.test(plain)) return ''
  return plain.length <= PREDICATE && !/[、]/.test(plain) ? plain.replace(/(?:的|了)$/, '') : ''
}

/** `马铃薯“双链”融合等对接交流活动` is 对接交流活动. */
function afterEnumeration(text: string): string {
  const match = /等(?=[^级待于因奖])/.exec(text)
  return match && text.length - match.index > 4 ? text.slice(match.index + 1) : text
}

function withoutVerb(text: string): { verb: string; base: string } {
  const found = lastVerbOf(text)
  if (!found || found.at + found.verb.length >= text.length) return { verb: '', base: text }
  return { verb: text.slice(0, found.at + found.verb.length), base: text.slice(found.at + found.verb.length) }
}

const LONG = 24

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

const ENDINGS: Readonly<Record<string, string>> = {
  场: '场次',
  次: '次数',
  期: '期数',
  条: '条数',
  人次: '人次数',
  家次: '家次数',
  岁: '',
  市: '市数',
  县: '县数',
  区: '区数',
  镇: '镇数',
  乡: '乡数',
  村: '村数',
  省: '省数',
}

function suffixed(subject: string, quantity: Quantity): string {
  const plain = subject.replaceAll(/[“”"]/g, '')
  if (quantity.unitClass === 'money') {
    if (/投资$/.test(plain) && !/总投资$/.test(plain)) return `${plain}额`
    return MONEY.test(plain) || plain === '' ? plain : `${plain}额`
  }
  if (COUNTED.test(plain)) return plain
  if (quantity.unitClass === 'people') return /人$/.test(plain) ? `${plain}数` : `${plain}人数`
  if (quantity.unitClass === 'physical') return plain
  return `${plain}${ENDINGS[quantity.unit] ?? '数'}`
}
