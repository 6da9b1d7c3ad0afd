import type { Exclusion, ListState, Why } from '../../insights/leads/index.js'
import type { Library } from '../../rules/programme.js'
import { inLang, type Lang } from '../../shared/text.js'
import { keyWords } from '../cultivation/words.js'

export type LeadKind = 'lead' | 'cultivation'

type Words = Readonly<Record<Lang, string>>

/** Nobody is promised anything by a list: what it proposes is paid once a case confirms it. */
export const LEAD_WORDS: Readonly<Record<LeadKind, Words>> = {
  lead: { zh: '拟兑现线索', en: 'Proposed payment' },
  cultivation: { zh: '培育线索', en: 'Cultivation lead' },
}

export const STATE_WORDS: Readonly<Record<ListState, Words>> = {
  standing: { zh: '有效', en: 'Standing' },
  replaced: { zh: '已被新名单替代', en: 'Replaced' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const EXCLUSION_WORDS: Readonly<Record<Exclusion['kind'], Words>> = {
  'no-code': { zh: '没有统一社会信用代码', en: 'No social credit code' },
  'bad-code': { zh: '统一社会信用代码有误', en: 'Social credit code does not hold' },
  gone: { zh: '已不在登记库', en: 'No longer in the registry' },
  ended: { zh: '主体已终止', en: 'No longer exists' },
  barred: { zh: '有失信或违规记录', en: 'Not in good standing' },
  unchecked: { zh: '尚未核查', en: 'Not checked yet' },
  stale: { zh: '核查结果已过期', en: 'Check is out of date' },
  'out-of-region': { zh: '不在本区域', en: 'Out of the region' },
  declared: { zh: '仅有自行申报，登记数据不足', en: 'Only declared, by no register' },
  contradicted: { zh: '申报与登记不一致', en: 'Declared and registered differ' },
  awarded: { zh: '已经兑现过', en: 'Awarded already' },
  'award-open': { zh: '已兑现金额未登记', en: 'Amount of an award not recorded' },
  listed: { zh: '已在其他名单', en: 'On another list' },
  preferred: { zh: '另一项政策更优', en: 'Another programme is better' },
  'nothing-left': { zh: '差额为零', en: 'No difference is left' },
  twice: { zh: '重复登记', en: 'Entered twice' },
  unmet: { zh: '不再符合条件', en: 'No longer met' },
  open: { zh: '条件待确认', en: 'No longer known to be met' },
}

export interface WordsOf {
  readonly library: Library
  readonly lang: Lang
  /** Writes a stored value as its fact does. */
  readonly format: (key: string, value: unknown) => string
}

/** The reason with what it is about: `主体已终止：登记状态为注销`. */
export function exclusionText(of: WordsOf, reason: Exclusion): string {
  const { lang } = of
  const words = EXCLUSION_WORDS[reason.kind][lang]
  const detail = detailOf(of, reason)
  return detail === '' ? words : `${words}${lang === 'zh' ? '：' : ': '}${detail}`
}

function detailOf({ library, lang }: WordsOf, reason: Exclusion): string {
  const zh = lang === 'zh'
  const facts = (keys: readonly string[]) =>
    keys.map((key) => keyWords(library, key, lang)).join(zh ? '、' : ', ')
  switch (reason.kind) {
    case 'bad-code':
      return reason.code
    case 'ended': {
      const option = library.facts.get(reason.fact)?.options.get(reason.value)
      const value = option ? inLang(option, lang) : reason.value
      return zh ? `${facts([reason.fact])}为${value}` : `${facts([reason.fact])} is ${value}`
    }
    case 'barred':
    case 'unchecked':
      return facts([reason.fact])
    case 'stale':
      return zh
        ? `${facts([reason.fact])}核查于 ${reason.observedAt}，有效期 ${reason.maxAgeDays} 天`
        : `${facts([reason.fact])}, checked on ${reason.observedAt}, good for ${reason.maxAgeDays} days`
    case 'declared':
    case 'contradicted':
    case 'open':
      return facts(reason.facts)
    case 'awarded':
      return reason.on === null
        ? titleOf(library, reason.programme, lang)
        : `${titleOf(library, reason.programme, lang)}${zh ? `（${reason.on}）` : ` (${reason.on})`}`
    case 'award-open':
    case 'listed':
      return titleOf(library, reason.programme, lang)
    case 'preferred':
      return reason.programmes.map((id) => titleOf(library, id, lang)).join(zh ? '、' : ', ')
    case 'twice':
      return zh ? `与“${reason.name}”为同一主体` : `the same as “${reason.name}”`
    case 'unmet':
      return reason.conditions.join(zh ? '；' : '; ')
    default:
      return ''
  }
}

function titleOf({ programmes }: Library, id: string, lang: Lang): string {
  const found = programmes.get(id)
  return found ? (lang === 'zh' ? `“${found.title.zh}”` : `“${inLang(found.title, lang)}”`) : id
}

/** Why a newer list says something else of somebody. */
export function whyText(of: WordsOf, why: Why): string {
  const { library, lang, format } = of
  const zh = lang === 'zh'
  switch (why.kind) {
    case 'excluded':
      return why.reasons.map((reason) => exclusionText(of, reason)).join(zh ? '；' : '; ')
    case 'cleared': {
      const then = why.reasons.map((reason) => exclusionText(of, reason)).join(zh ? '；' : '; ')
      return zh ? `原剔除原因已消除（${then}）` : `What excluded it is settled (${then})`
    }
    case 'fact': {
      const value = (one: unknown) => (one === null ? (zh ? '无' : 'none') : format(why.key, one))
      return `${keyWords(library, why.key, lang)}${zh ? '：' : ': '}${value(why.from)} → ${value(why.to)}`
    }
    case 'rule':
      return zh
        ? `政策规则更新（${why.from.slice(0, 8)} → ${why.to.slice(0, 8)}）`
        : `The rule changed (${why.from.slice(0, 8)} → ${why.to.slice(0, 8)})`
    case 'date':
      return zh ? `判定日期：${why.from} → ${why.to}` : `Decided for ${why.to} instead of ${why.from}`
  }
}
