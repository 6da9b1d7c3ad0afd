import { formatValue, type Library, type Programme, type ValueDef } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'

type Rational = Programme['schedule'][number]['share']
type Note = { label: string; text: string }

const LABELS = {
  industries: { zh: '适用行业', en: 'Industries' },
  grade: { zh: '等级', en: 'Grades' },
  rank: { zh: '排序', en: 'Ranking' },
  allocate: { zh: '资金分配', en: 'Allocation' },
  shares: { zh: '各级分担', en: 'Shares' },
  schedule: { zh: '拨付安排', en: 'Schedule' },
  clawback: { zh: '追回', en: 'Clawback' },
  payee: { zh: '受款人', en: 'Payee' },
  once: { zh: '次数', en: 'How often' },
  stack: { zh: '合计限额', en: 'Limit together' },
  consumes: { zh: '不得重复计算', en: 'Counted once only' },
} as const

const METHODS: Readonly<Record<string, { zh: string; en: string }>> = {
  rank: { zh: '按得分排序', en: 'by rank' },
  'first-come': { zh: '先到先得', en: 'first come, first served' },
  'pro-rata': { zh: '按比例压减', en: 'cut in proportion' },
  'over-years': { zh: '分年度兑付', en: 'over years' },
}

const MONEY: ValueDef = {
  name: '金额',
  en: 'amount',
  label: { zh: '金额', en: 'Amount' },
  type: 'quantity',
  unit: '元',
  dimension: 'CNY',
  factor: { n: 100n, d: 1n },
  lo: 0n,
  hi: 2n ** 63n,
  options: new Map(),
}

/** What a programme says beside its conditions and its amount, in words. */
export function notesOf(library: Library, programme: Programme, lang: Lang): Note[] {
  const { places } = library
  const en = lang === 'en'
  const money = (fen: bigint) => formatValue({ kind: 'quantity', lo: fen, hi: fen }, MONEY, lang, places)
  const industries = library.facts.get(library.industry ?? '')?.options
  const texts: Readonly<Record<keyof typeof LABELS, string | null>> = {
    industries: programme.industries
      .map((name) => inLang(industries?.get(name) ?? { zh: name }, lang))
      .join(en ? '; ' : '、'),
    grade:
      programme.grade && [...programme.grade.bands.map(band), programme.grade.below].join(en ? '; ' : '；'),
    rank:
      programme.rank &&
      (en
        ? `the best ${programme.rank.take} by ${programme.rank.by}`
        : `按${programme.rank.by}取前 ${programme.rank.take}`),
    allocate: programme.allocate && allocation(programme.allocate, money(programme.allocate.budgetFen), lang),
    shares: programme.shares.map((one) => sharesText(one, lang)).join(en ? '; ' : '；'),
    schedule: programme.schedule.map((one) => paymentText(one, lang)).join(en ? ', ' : '，'),
    clawback:
      programme.clawback && `${inLang(programme.clawback.when, lang)} ${percent(programme.clawback.share)}`,
    payee: programme.payee,
    once: programme.once ? (en ? 'once only' : '只享受一次') : null,
    stack: programme.stack && `${programme.stack.group} ${money(programme.stack.capFen)}`,
    consumes: programme.consumes.join(en ? ', ' : '、'),
  }
  return (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((key) => {
    const text = texts[key]
    return text === null || text === '' ? [] : [{ label: LABELS[key][lang], text }]
  })
}

function band({ name, from }: NonNullable<Programme['grade']>['bands'][number]): string {
  return `${name} ${from.bound} ${from.at.text}`
}

function allocation(
  { method, year }: NonNullable<Programme['allocate']>,
  budget: string,
  lang: Lang,
): string {
  const how = METHODS[method]?.[lang] ?? method
  return [year, budget, how].filter((part) => part !== null).join(' · ')
}

function sharesText({ where, shares }: Programme['shares'][number], lang: Lang): string {
  const parts = [...shares]
    .map(([level, share]) => `${level} ${percent(share)}`)
    .join(lang === 'en' ? ', ' : '，')
  return where === null ? parts : `${where}${lang === 'en' ? ': ' : '：'}${parts}`
}

/** Shares are written in per cent with at most two decimals. */
export function percent({ n, d }: Rational): string {
  const hundredths = (n * 10_000n) / d
  const [whole, part] = [hundredths / 100n, hundredths % 100n]
  const decimals = part === 0n ? '' : `.${String(part).padStart(2, '0').replace(/0$/, '')}`
  return `${whole}${decimals}%`
}

/** `第二年 30%（12 个月后）` */
function paymentText({ when, share, afterMonths }: Programme['schedule'][number], lang: Lang): string {
  const text = `${when} ${percent(share)}`
  if (afterMonths === null || afterMonths === 0) return text
  return lang === 'en' ? `${text} (${afterMonths} months after)` : `${text}（${afterMonths} 个月后）`
}
