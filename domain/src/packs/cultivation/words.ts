import type { FactDef } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import type { Nearest, Verdict } from '../../rules/result.js'
import { formatValue, parseValue } from '../../rules/value.js'
import { inLang, type Lang } from '../../shared/text.js'
import { labelOf } from '../package/questions.js'
import type { Outcome, Reason } from './changes.js'

const OWNER = '企业.'
const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(\d+))?$/

export const VERDICT_WORDS: Readonly<Record<Verdict, Readonly<Record<Lang, string>>>> = {
  yes: { zh: '符合', en: 'Met' },
  no: { zh: '不符合', en: 'Not met' },
  unknown: { zh: '待确认', en: 'Open' },
}

function defOf({ facts }: Library, key: string): FactDef | undefined {
  return facts.get(KEY.exec(withoutOwner(key))?.[1] ?? '')
}

function withoutOwner(key: string): string {
  return key.startsWith(OWNER) ? key.slice(OWNER.length) : key
}

/** `企业.研发费用.高企@2025` → `企业的研发费用（高企口径，2025 年）`; records by their own name. */
export function keyWords(library: Library, key: string, lang: Lang): string {
  const def = defOf(library, key)
  const record = library.records.get(key)
  if (!def) return record ? inLang(record.label, lang) : key
  const [, , calibre = null, year] = KEY.exec(withoutOwner(key)) ?? []
  const label = labelOf(def, calibre, year === undefined ? null : Number(year), lang)
  if (!key.startsWith(OWNER)) return label
  return lang === 'zh' ? `企业的${label}` : `${label} of the company`
}

/** What is still to be found out, each with who holds it: `年销售收入（税务局）、职工总数（人社局）`. */
export function missingWords(library: Library, keys: readonly string[], lang: Lang): string {
  const words = keys.map((key) => {
    const holder = defOf(library, key)?.heldBy ?? null
    const label = keyWords(library, key, lang)
    if (holder === null) return label
    return lang === 'zh' ? `${label}［${holder}］` : `${label} [${holder}]`
  })
  return words.join(lang === 'zh' ? '；' : '; ')
}

/** The first of the ways that lead to a yes, as a person would say it. */
export function nearestWords(library: Library, options: readonly Nearest[], lang: Lang): string {
  const [first] = options
  if (first === undefined) return ''
  const value = (key: string, text: string) => valueWords(library, key, text, lang)
  const changes = first.changes.map(({ fact, from, to }) => {
    const label = keyWords(library, fact, lang)
    return `${label}${lang === 'zh' ? '：' : ': '}${value(fact, from)} → ${value(fact, to)}`
  })
  const cost = first.costFen === null || first.costFen === '0' ? '' : moneyWords(first.costFen, lang)
  const told = cost === '' ? '' : lang === 'zh' ? `（约需 ${cost}）` : ` (about ${cost})`
  return changes.join(lang === 'zh' ? '；' : '; ') + told
}

/** Results are computed in Chinese; a value is written anew where another language is asked for. */
function valueWords(library: Library, key: string, text: string, lang: Lang): string {
  const def = lang === 'zh' ? undefined : defOf(library, key)
  const read = def && parseValue(text, def, library.places)
  return def && read?.ok ? formatValue(read.value, def, lang, library.places) : text
}

const YUAN = 100n
const WAN = 10_000n * YUAN

/** `12.5 万元`, `800 元`, `CNY 125,000`: every digit that is there. */
export function moneyWords(fen: string, lang: Lang): string {
  const amount = BigInt(fen)
  if (lang === 'en') return `CNY ${decimal(amount, YUAN)}`
  return amount >= WAN || amount === 0n ? `${decimal(amount, WAN)} 万元` : `${decimal(amount, YUAN)} 元`
}

function decimal(fen: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1
  const rest = (fen % unit).toString().padStart(digits, '0').replace(/0+$/, '')
  const whole = (fen / unit).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === '' ? whole : `${whole}.${rest}`
}

export function outcomeWords(outcome: Outcome | null, lang: Lang): string {
  if (outcome === null) return lang === 'zh' ? '不适用' : 'Not in question'
  const { verdict, amountFen, missing } = outcome
  const parts = [VERDICT_WORDS[verdict][lang]]
  if (amountFen && amountFen.max !== '0')
    parts.push(
      amountFen.min === amountFen.max
        ? moneyWords(amountFen.max, lang)
        : `${lang === 'zh' ? '最高 ' : 'at most '}${moneyWords(amountFen.max, lang)}`,
    )
  if (missing.length > 0)
    parts.push(lang === 'zh' ? `差 ${missing.length} 项材料` : `${missing.length} answers lacking`)
  return parts.join(lang === 'zh' ? '，' : ', ')
}

/** Why a result came out otherwise. `format` writes a stored value as its fact does. */
export function reasonWords<V>(
  library: Library,
  reason: Reason<V>,
  format: (key: string, value: V) => string,
  lang: Lang,
): string {
  const zh = lang === 'zh'
  switch (reason.kind) {
    case 'fact': {
      const { key, from, to } = reason
      const none = zh ? '未填' : 'not known'
      const value = (v: V | null) => (v === null ? none : format(withoutOwner(key), v))
      return `${keyWords(library, key, lang)}${zh ? '：' : ': '}${value(from)} → ${value(to)}`
    }
    case 'records': {
      const { name, from, to } = reason
      const words = keyWords(library, name, lang)
      if (from === null || to === null) return zh ? `${words}有更新` : `${words}: entries changed`
      return zh ? `${words}有更新：${from} 条 → ${to} 条` : `${words}: ${from} → ${to} entries`
    }
    case 'subject':
      if (reason.came) return zh ? '新进入名录' : 'New in the region'
      return zh ? '已不在名录' : 'No longer in the region'
    case 'rule':
      return ruleWords(reason, lang)
    case 'awards':
      return zh
        ? `登记了已获支持：${titlesOf(library, reason.programmes, lang)}`
        : `Support received: ${titlesOf(library, reason.programmes, lang)}`
    case 'regions':
      return zh ? '所看的地区有调整' : 'Other regions are looked at'
    case 'date':
      return zh ? `日期：${reason.from} → ${reason.to}` : `The date: ${reason.from} → ${reason.to}`
    case 'settling':
      return zh
        ? '与它互斥或共享限额的政策有变化'
        : 'A programme that excludes it, or shares its limit, changed'
  }
}

function ruleWords({ from, to }: Extract<Reason<never>, { kind: 'rule' }>, lang: Lang): string {
  const zh = lang === 'zh'
  const short = (version: string) => version.slice(0, 8)
  if (from === null) return zh ? '政策新纳入' : 'The programme is new'
  if (to === null) return zh ? '政策已撤下' : 'The programme was withdrawn'
  return zh
    ? `政策规则更新（${short(from)} → ${short(to)}）`
    : `The rule changed (${short(from)} → ${short(to)})`
}

function titlesOf({ programmes }: Library, ids: readonly string[], lang: Lang): string {
  const titles = ids.map((id) => {
    const programme = programmes.get(id)
    return programme ? inLang(programme.title, lang) : id
  })
  return titles.join(lang === 'zh' ? '、' : ', ')
}
