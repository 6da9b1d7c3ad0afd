export interface PeriodMention {
  readonly at: number
  readonly end: number
  readonly period: string | null
  /**
   * `base`: what a figure is compared with, no period of its own; `from`: of the next figure only, as in
   * `由上年的52.6%提升至61.8%`.
   */
  readonly basis: 'year' | 'range' | 'month' | 'day' | 'as-of' | 'now' | 'each' | 'event' | 'base' | 'from'
}

/** The year that 今年 and a bare month mean. */
export interface YearContext {
  year: number | null
  /** A new article may be of an earlier year; inside one, years of the past do not move 今年. */
  fresh: boolean
}

const pad = (n: number | string): string => String(n).padStart(2, '0')

const Y = '((?:19|20)\\d\\d)年'
const SINCE = '(?:以来|起|至今)'
const NUMERAL: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 }

type Build = (match: readonly string[], context: YearContext) => Omit<PeriodMention, 'at' | 'end'> | null

const range = (from: string, to: string) => ({ period: `${from}..${to}`, basis: 'range' as const })
const inYear = (year: string | number | null, build: (y: string) => ReturnType<Build>) =>
  year === null || year === '' ? null : build(String(year))

function quarters(year: string, words: string): ReturnType<Build> {
  const first = /前([二两三])个?季度/.exec(words)?.[1]
  if (first) return range(`${year}-01`, `${year}-${first === '三' ? '09' : '06'}`)
  const half = /([上下])半年/.exec(words)?.[1]
  if (half) return half === '上' ? range(`${year}-01`, `${year}-06`) : range(`${year}-07`, `${year}-12`)
  if (/全年/.test(words)) return { period: year, basis: 'year' }
  const digit = /[Qq]([1-4])/.exec(words)?.[1]
  const n = digit ? Number(digit) : (NUMERAL[/([一二三四])季度/.exec(words)?.[1] ?? ''] ?? 1)
  return range(`${year}-${pad(n * 3 - 2)}`, `${year}-${pad(n * 3)}`)
}

const PART = '(前[二两三]个?季度|[上下]半年|第?[一二三四]季度|[Qq][1-4](?![0-9A-Za-z])|全年)'
const asOf = (period: string) => ({ period: `as of ${period}`, basis: 'as-of' as const })

/** Longest forms first: each takes its place, and shorter ones are not looked for inside. */
const FORMS: readonly [RegExp, Build][] = [
  [
    new RegExp(`截[至止]到?${Y}(\\d{1,2})月(\\d{1,2})日`, 'g'),
    ([, y = '', m = '', d = '']) => asOf(`${y}-${pad(m)}-${pad(d)}`),
  ],
  [new RegExp(`截[至止]到?${Y}(\\d{1,2})月[底末]?`, 'g'), ([, y = '', m = '']) => asOf(`${y}-${pad(m)}`)],
  [new RegExp(`(?:截[至止]到?|到)?${Y}(?:年)?[底末]`, 'g'), ([, y = '']) => asOf(`${y}-12`)],
  [new RegExp(`截[至止]到?${Y}`, 'g'), ([, y = '']) => asOf(`${y}-12`)],
  [
    /截[至止]到?(\d{1,2})月(\d{1,2})日/g,
    ([, m = '', d = ''], c) => inYear(c.year, (y) => asOf(`${y}-${pad(m)}-${pad(d)}`)),
  ],
  [/(?:去年|上年)年?[末底]/g, (_, c) => inYear(c.year, (y) => asOf(`${Number(y) - 1}-12`))],
  [
    /截[至止]到?(?:今年|本年)?(\d{1,2})月[底末]?/g,
    ([, m = ''], c) => inYear(c.year, (y) => asOf(`${y}-${pad(m)}`)),
  ],
  [new RegExp(`((?:19|20)\\d\\d)年?(?:-{1,2}|至|到)${Y}`, 'g'), ([, a = '', b = '']) => range(a, b)],
  [
    new RegExp(`${Y}(\\d{1,2})(?:月份?)?(?:-{1,2}|至|到)(\\d{1,2})月`, 'g'),
    ([, y = '', a = '', b = '']) => range(`${y}-${pad(a)}`, `${y}-${pad(b)}`),
  ],
  [new RegExp(`${Y}${PART}`, 'g'), ([, y = '', words = '']) => quarters(y, words)],
  [new RegExp(`${Y}前(\\d{1,2})个?月`, 'g'), ([, y = '', m = '']) => range(`${y}-01`, `${y}-${pad(m)}`)],
  [
    new RegExp(`${Y}(\\d{1,2})月(\\d{1,2})日`, 'g'),
    ([, y = '', m = '', d = '']) => ({ period: `${y}-${pad(m)}-${pad(d)}`, basis: 'day' }),
  ],
  [new RegExp(`自?${Y}(\\d{1,2})月份?${SINCE}`, 'g'), ([, y = '', m = '']) => range(`${y}-${pad(m)}`, 'now')],
  [
    new RegExp(`${Y}(\\d{1,2})月份?`, 'g'),
    ([, y = '', m = '']) => ({ period: `${y}-${pad(m)}`, basis: 'month' }),
  ],
  [new RegExp(`自?${Y}${SINCE}`, 'g'), ([, y = '']) => range(`${y}-01`, 'now')],
  [new RegExp(`${Y}度?`, 'g'), ([, y = '']) => ({ period: y, basis: 'year' })],
  [
    /(?<![\d.])(\d{1,2})(?:月份?)?(?:-{1,2}|至|到)(\d{1,2})月/g,
    ([, a = '', b = ''], c) => inYear(c.year, (y) => range(`${y}-${pad(a)}`, `${y}-${pad(b)}`)),
  ],
  [
    new RegExp(`(?:今年|本年度?)${PART}`, 'g'),
    ([, words = ''], c) => inYear(c.year, (y) => quarters(y, words)),
  ],
  [
    new RegExp(`(?:去年|上年)${PART}`, 'g'),
    ([, words = ''], c) => inYear(c.year, (y) => quarters(String(Number(y) - 1), words)),
  ],
  [
    /(?:今年|本年)(\d{1,2})月/g,
    ([, m = ''], c) => inYear(c.year, (y) => ({ period: `${y}-${pad(m)}`, basis: 'month' })),
  ],
  [
    /(?<![\d年])(\d{1,2})月(\d{1,2})日/g,
    ([, m = '', d = ''], c) =>
      inYear(c.year, (y) => ({ period: `${y}-${pad(m)}-${pad(d)}`, basis: 'day' as const })),
  ],
  [/(?:今年|年初)以?来/g, (_, c) => inYear(c.year, (y) => range(`${y}-01`, 'now'))],
  [/今年|本年度?|当年(?!新)/g, (_, c) => inYear(c.year, (y) => ({ period: y, basis: 'year' }))],
  [
    /去年|上年(?!同期|度)|上年度/g,
    (_, c) => inYear(c.year, (y) => ({ period: String(Number(y) - 1), basis: 'year' })),
  ],
  [new RegExp(PART, 'g'), ([, words = ''], c) => inYear(c.year, (y) => quarters(y, words))],
  [/(?<![上去今明前后])年[末底](?!前)/g, (_, c) => inYear(c.year, (y) => asOf(`${y}-12`))],
  [/[“"]?十二五[”"]?(?:期间|时期|以来)/g, () => range('2011', '2015')],
  [/[“"]?十三五[”"]?(?:期间|时期|以来)/g, () => range('2016', '2020')],
  [/[“"]?十四五[”"]?(?:期间|时期)/g, () => range('2021', '2025')],
  [/[“"]?十四五[”"]?以来/g, () => range('2021-01', 'now')],
  [/[“"]?十五五[”"]?(?:期间|时期)/g, () => range('2026', '2030')],
  [
    /截[至止]到?(?:目前|今|当前|现在)|目前|迄今|至今|现已|现有|当前/g,
    () => ({ period: 'as of now', basis: 'now' }),
  ],
  [/每年度?|年均(?![增提降递])|每个年度|逐年/g, () => ({ period: 'per year', basis: 'each' })],
  // Years nobody can name: they are no reason to take over those of the sentence before.
  [
    /近(?:[一二三四五六七八九十两\d]{1,2})?年(?:来|间|中|内)?|多年来|近几年来?/g,
    () => ({ period: null, basis: 'event' }),
  ],
  [/[^，。；：]{2,12}以来/g, () => ({ period: null, basis: 'event' })],
]

/** What inside 《…》 is a name: 《……方案（2023—2025年）》. */
function withoutNames(text: string): string {
  return text.replaceAll(/《[^》]*》|（(?:19|20)\d\d年?-{1,2}(?:19|20)\d\d年）/g, (name) =>
    '□'.repeat(name.length),
  )
}

/** Years that a text is told in: no base of a comparison, no beginning of a time and no target. */
const TOLD =
  /(?<![比较由从与和同到至\-自])((?:19|20)\d\d)年(?!起|以来|至今|前(?![二两三]个?季度|\d)|之前|底前|末前)/g

function moveYear(text: string, context: YearContext): void {
  const years = [...text.matchAll(TOLD)].map((match) => Number(match[1]))
  if (years.length === 0) return
  const latest = Math.max(...years)
  if (context.fresh || context.year === null || latest > context.year) context.year = latest
  context.fresh = false
}

const BASE = /(?:相比于?|对比|比|较|相当于|超过|高于|低于|高出)$/
const OF_BASE = /(?:与|和|同|是|为|达到?|占|超)$/

/** `比上年末增加`, `与2022年相比`, `是上年的1.6倍`: what the figure is compared with, with the word that says so. */
function compared(text: string, mention: PeriodMention): PeriodMention {
  if (mention.period === null || mention.basis === 'each') return mention
  const before = text.slice(Math.max(0, mention.at - 4), mention.at)
  const behind = /^(?:同期|同时期)?(?:相比)?/.exec(text.slice(mention.end, mention.end + 6))?.[0] ?? ''
  const word = BASE.exec(before)?.[0] ?? OF_BASE.exec(before)?.[0]
  const base = { ...mention, at: mention.at - (word?.length ?? 0), end: mention.end + behind.length }
  if (BASE.test(before)) return { ...base, basis: 'base' }
  if (
    OF_BASE.test(before) &&
    (behind.endsWith('相比') || /^的[\d一二两三四五六七八九十]/.test(text.slice(mention.end)))
  )
    return { ...base, basis: 'base' }
  return /[由从]$/.test(before) && mention.basis !== 'range' ? { ...mention, basis: 'from' } : mention
}

/** Every period a sentence names; years that are named become those that 今年 and months mean from here on. */
export function periodsIn(sentence: string, context: YearContext): PeriodMention[] {
  let text = withoutNames(sentence)
  if (!/[年月今现前季期均来]/.test(text)) return []
  const found: PeriodMention[] = []
  moveYear(text, context)
  for (const [pattern, build] of FORMS)
    text = text.replaceAll(pattern, (...args) => {
      const whole = String(args[0])
      const at = args.find((a): a is number => typeof a === 'number') ?? 0
      const groups = args.slice(0, args.indexOf(at)).map((a) => (a === undefined ? '' : String(a)))
      const mention = build(groups, context)
      if (mention) found.push(compared(sentence, { at, end: at + whole.length, ...mention }))
      return '□'.repeat(whole.length)
    })
  return found.sort((a, b) => a.at - b.at)
}
