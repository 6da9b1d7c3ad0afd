import { cutAt, type Plain, type Span } from './span.js'

const NOUN =
  '(?:企业|公司|机构|单位|团队|项目|院所|高校|学校|医院|人才|人员|个人|平台|基地|中心|实验室|孵化器|众创空间|载体|园区|合作社|经纪人|博士|硕士|毕业生|专家|院士|教授|农户|联合体|产品|成果|研究院|协会|联盟|工作站|主体|法人)'
/** Where a clause says what is given, no longer to whom. */
const GIVES =
  /^(?:可|再|分别|择优|一次性|连续|每[年月]|最高|单个|不超过)|^(?:按照?|给予|予以|奖励|补助|补贴|资助|发放|享受|申请|安排)|给予|申请最高|[按以][^，]{2,40}\d/
const OPENING =
  /^(?:第[一二三四五六七八九十百\d]{1,3}条|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,2}[、.]|凡|对于?|支持|鼓励|引导|给予|面向)+/

export interface Whom {
  readonly beneficiary: Span | null
  readonly conditions: readonly Span[]
}

/** Whom a grant is for and what they must be or do: `对首次获得贷款的科技型中小企业，`, `整体迁入的，`. */
export function whomOf(part: Plain): Whom {
  const clauses = cutAt(part.text, /，/)
  for (const [from, to] of clauses) {
    const opening = OPENING.exec(part.text.slice(from, to))?.[0].length ?? 0
    const stop = giftWithin(part.text.slice(from + opening, to), opening > 0)
    const clause = part.slice(from + opening, from + opening + stop)
    const read = clause.text.length > 1 ? readWhom(clause) : null
    if (read) return read
    if (GIVES.test(part.text.slice(from, to))) break
  }
  return { beneficiary: null, conditions: [] }
}

/** `对孵化器一次性给予…`: where the grant begins in the clause that names whom. */
function giftWithin(text: string, opened: boolean): number {
  const words = opened
    ? /按(?!照?规定)|给予|予以|一次性|分别|最高|可?享受|再给|每[年月家]|奖励|补助|补贴\d/
    : /^(?:按|给予|予以|一次性|最高|奖励|补助|补贴|每)|给予|，可/
  const at = text.search(words)
  return at < 0 ? text.length : at
}

const DONE = /^(?:利用|建设|新建|引进|购买|开展|租用|承办|举办|参加|参与|获得|通过|完成|设立|成立)/

function readWhom(clause: Plain): Whom | null {
  const { text } = clause
  const bare = new RegExp(`^(.*的)?([^的]*?${NOUN}(?:[、和][^的]*?${NOUN})*)$`).exec(text)
  if (bare) {
    const attributes = bare[1] ?? ''
    return {
      beneficiary: clause.span(0, text.length),
      conditions: conditionsIn(clause, 0, attributes.length),
    }
  }
  // `利用闲置厂房建设孵化器且达到3000平方米的`: only what is done.
  if (DONE.test(text) && text.endsWith('的'))
    return { beneficiary: null, conditions: conditionsIn(clause, 0, text.length) }
  // `外地企业整体迁入的`: whom, and what they do.
  const does = new RegExp(`^((?:[^，]{0,24}?的)?[^的，]{0,14}?${NOUN})([^，]{2,30}?)(的?)$`).exec(text)
  if (
    does &&
    (does[3] === '的' ||
      /购买|开展|建设|引进|实施|举办|承担|参与|设立|牵头|转化|申报|入驻|迁入|租用|使用/.test(does[2] ?? ''))
  ) {
    const whom = does[1] ?? ''
    return {
      beneficiary: clause.span(0, whom.length),
      conditions: [clause.span(whom.length, text.length)],
    }
  }
  return text.endsWith('的') ? { beneficiary: null, conditions: [clause.span(0, text.length)] } : null
}

/** Attributes, each for itself: `研发费用不低于500万元且增长率超过10%的`. */
function conditionsIn(clause: Plain, from: number, to: number): Span[] {
  if (to <= from) return []
  const text = clause.text.slice(from, to)
  const separated = /且|并且|同时|、(?=[^、]*(?:不|超|达|满|高于|\d))/
  const found: Span[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const mark = separated.exec(rest)
    const end = mark ? at + mark.index : text.length
    if (end > at) found.push(clause.span(from + at, from + end))
    at = mark ? end + mark[0].length : text.length
  }
  return found
}
