import type { Quantity } from '../quantities/quantity.js'
import { tidy } from './phrase.js'
import type { Surroundings } from './surroundings.js'

/** What is granted. */
const GRANT = '(?:补助|补贴|奖励|资助|奖补|贴息|支持|奖金|补偿|经费|扶持|减免)'
const TOLD_BEFORE =
  /给予[^，。；]*$|发放$|(?:补助|补贴|奖励|资助|奖补|贴息)(?:标准|金额|额度|比例|总额)?(?:为|最高|可达)?(?:每[^，。；]{1,6})?(?:一次性)?$/
const TOLD_BEHIND = new RegExp(`^(?:的|以内的?|标准)?[^，。；、\\d]{0,12}?${GRANT}`)
const PROMISE = /给予|最高|不超过|按|可获|发放|一次性|分别/
const PAST = /已(?:经)?(?:给予|兑现|发放|拨付)|共?(?:兑现|拨付|落实)|累计|共(?:有|计)?(?:发放|给予)|使用/
/** A share of money that something is paid by: `按首笔贷款额的10%`. */
const BY = /(?:按|以)[^，。；]{0,40}$/

/** Whether a figure is what a rule promises. */
function isGrant(quantity: Quantity, around: Surroundings): boolean {
  if (PAST.test(around.part.before)) return false
  const rest = around.part.behind
  if (TOLD_BEFORE.test(around.before)) return true
  const capped = quantity.bound?.strict === true && quantity.bound.op === '<='
  if (TOLD_BEHIND.test(around.behind) && (capped || PROMISE.test(around.before))) return true
  const promised = new RegExp(`^[^。；]{0,24}?给予[^。；]{0,14}?${GRANT}`).test(rest)
  if (quantity.unitClass === 'percent')
    return BY.test(around.before) && (promised || new RegExp(GRANT).test(rest))
  const said = promised || new RegExp(`给予|${GRANT}`).test(around.part.before)
  return capped && said
}

const TO =
  /对(?!接|口|外|标|于)([^，。；：]{2,60}?)(?:，|可?按|分别|再|一次性|每[年家户个人项]|最高|不超过|可?给予|予以|择优|$)/g
/** `考核优秀的给予每人3000元`. */
const THOSE_HERE = /([^，。；：、]{2,20})的(?:再)?(?:给予|予以|奖励|补助|补贴)[^，。；]*$/
const THOSE = /([^，。；：]{3,40})的，(?:[^，。；]{0,12}，)?[^，。；]*$/
const PER = /单个[^，。；最按不给每]{1,4}|单户|单家|每(?:户企业|个项目|家企业|[家个项户人户站名篇件])/
const LONGEST = 16

/** `对首次获得贷款的科技型中小企业给予最高1%的首贷补贴`: for whom, for what, and whether it is a cap or a rate. */
export function grantSubject(quantity: Quantity, around: Surroundings): string | null {
  if (quantity.unitClass !== 'money' && quantity.unitClass !== 'percent') return null
  if (!isGrant(quantity, around)) return null
  const whom = whomOf(around)
  const per = PER.exec(lastClauses(around.part.before))?.[0] ?? ''
  return joined(joined(whom, whom.includes(per) ? '' : per), whatOf(quantity, around)) + endingOf(quantity)
}

/** `每个项目` and `项目支持` make `每个项目支持`. */
function joined(a: string, b: string): string {
  for (let n = Math.min(a.length, b.length); n > 1; n -= 1)
    if (a.endsWith(b.slice(0, n))) return a + b.slice(n)
  return a + b
}

function endingOf({ unitClass, bound }: Quantity): string {
  const op = bound?.strict ? bound.op : null
  if (op === '<=') return unitClass === 'percent' ? '比例上限' : '上限'
  return unitClass === 'percent' ? '比例' : '额'
}

/** The clause of the figure and the one before it. */
function lastClauses(text: string): string {
  return text
    .split(/[，。；：]/)
    .slice(-2)
    .join('，')
}

function whomOf(around: Surroundings): string {
  const before = around.part.before
  const to = [...before.matchAll(TO)].at(-1)?.[1]
  if (to !== undefined) return named(to, around)
  const those = (THOSE_HERE.exec(before) ?? THOSE.exec(before))?.[1]
  if (those !== undefined) return named(those.replace(/^对/, ''), around)
  const policy = tidy(around.clauseBefore || (before.split(/[，。：]/).at(-2) ?? ''))
    .replace(/^(?:开展|支持|鼓励|按照?|设立|建立|实施|出台|推行|落实)/, '')
    .replace(/实际[^，]{0,4}情况$/, '')
  if (!/^(?:给予|最高|不超过|其中)|[\d%“”]/.test(policy) && policy.length <= 30) return named(policy, around)
  return /(?:按|以)([^，。；\d]{2,14}?)的?$/.exec(around.before)?.[1] ?? ''
}

/** Short enough to be a name; of several that are granted different amounts, the one of its place. */
function named(whom: string, { place, before }: Surroundings): string {
  const several = whom.replace(/^.*的(?=[^、]{2,16}、)/, '').split(/、|和/)
  if (place.of > 1 && several.length === place.of && /分别/.test(before)) return several[place.nth] ?? whom
  const plain = whom.replace(/^(?:经)?(?:评为|评选的|认定为|获得?)/, '')
  if (plain.length <= LONGEST) return plain.replaceAll('的', '')
  const of = plain.lastIndexOf('的')
  return of >= 0 && plain.length - of > 3 ? plain.slice(of + 1) : plain
}

const OWN = new RegExp(
  `([^，。；、的对按达元\\d]{0,6}?${GRANT})(?:标准|金额|额度|比例|总额)?(?:为|最高|可达|不超过)?`,
  'g',
)

/** What is given: behind the figure, in its clause, later in the part, or before. */
function whatOf({ bound }: Quantity, { before, behind, part }: Surroundings): string {
  const after = new RegExp(
    `^(?:的|以内的?)?(?:标准)?(?:给予|予以)?([^，。；、\\d]{0,12}?(?:${GRANT})+)`,
  ).exec(behind)?.[1]
  if (after !== undefined) return cleaned(after)
  const inClause = [...`${before}${bound?.text ?? ''}`.matchAll(OWN)].at(-1)?.[1]
  if (inClause !== undefined) return cleaned(inClause)
  const later = new RegExp(`给予([^，。；\\d]{0,12}?(?:${GRANT})+)`).exec(part.behind)?.[1]
  if (later !== undefined) return cleaned(later)
  const earlier = [...part.before.matchAll(OWN)].at(-1)?.[1]
  const last = earlier ?? new RegExp(`[^，。；、的\\d]{0,4}${GRANT}`).exec(part.behind)?.[0]
  return last === undefined ? '支持' : cleaned(last)
}

function cleaned(what: string): string {
  return what.replace(
    /^(?:的|每[年月家户个人项站](?:每[年月])?|最高|不超过|给予|予以|可|再|单个[^，]{1,4}?(?=年度|补|奖|资|支)|企业|户|标准)+/,
    '',
  )
}
