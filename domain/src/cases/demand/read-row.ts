import { formatDay, parseDay } from '../../shared/day.js'
import type { Text } from '../../shared/text.js'
import { type Cooperation, type Demand, EMPTY_DEMAND, type Reach, type Target } from './demand.js'

/** A column of a table of needs: what it is called there, the usual name first. */
export interface DemandColumn {
  readonly part: 'company' | keyof Demand
  readonly headers: readonly string[]
  readonly required: boolean
  /** What a template shows below its head. */
  readonly example: string
}

const column = (
  part: DemandColumn['part'],
  headers: readonly string[],
  example: string,
  required = false,
): DemandColumn => ({ part, headers, example, required })

export const DEMAND_COLUMNS: readonly DemandColumn[] = [
  column(
    'company',
    ['企业名称或统一社会信用代码', '企业名称', '单位名称', '需求单位', '统一社会信用代码'],
    '云川临晖传感有限公司（示例）',
    true,
  ),
  column('title', ['需求标题', '需求名称', '标题', '技术需求名称'], '压力传感器温漂大，标定太慢', true),
  column(
    'problem',
    ['具体是什么问题', '需求描述', '需求内容', '技术难题', '问题'],
    '-30 ℃ 至 85 ℃ 内零点温漂达到满量程的 2.2%，每批标定要六小时。',
    true,
  ),
  column('scene', ['用在哪里', '应用场景', '使用场景'], '不锈钢隔膜充油的压力变送器'),
  column('tried', ['试过哪些办法', '已尝试的办法'], '试过软胶贴片，长期漂移变大'),
  column(
    'targets',
    ['要达到的指标', '技术指标', '指标'],
    '零点温漂：≤ 0.8% 满量程（现在 2.2%）；标定时间：≤ 2 小时',
  ),
  column('field', ['行业或技术领域', '技术领域', '所属领域', '领域'], '微机电系统'),
  column('cooperation', ['合作方式', '希望怎样合作'], '联合开发、技术许可'),
  column('budgetFen', ['预算（万元）', '预算', '意向投入', '拟投入资金'], '60'),
  column('neededBy', ['什么时候要用', '截止日期', '需要日期'], '2027-06-30'),
  column('maturity', ['成熟度至少（1–9）', '成熟度至少', '期望成熟度'], '6'),
  column('reach', ['合作方在哪里', '合作范围'], '不限'),
  column('contact', ['联系人和电话', '联系人', '联系方式'], '陈工（示例） 0000-1000001'),
  column('secrets', ['双方同意前不公开的词', '保密词'], '某电梯厂、凤凰项目'),
]

const COOPERATION: Readonly<Record<string, Cooperation>> = {
  联合开发: 'joint-development',
  委托开发: 'commission',
  技术转让: 'transfer',
  技术许可: 'licence',
  技术服务: 'service',
  技术咨询: 'consulting',
  引进专家: 'expert',
  投资入股: 'investment',
}
const REACH: Readonly<Record<string, Reach>> = {
  本市: 'city',
  本省: 'province',
  全国: 'country',
  不限: 'any',
}

export const COOPERATION_WORDS = Object.keys(COOPERATION)
export const REACH_WORDS = Object.keys(REACH)

/** Which column of a table is which part; none twice. */
export function demandColumns(head: readonly string[]): (DemandColumn | null)[] {
  const taken = new Set<string>()
  return head.map((cell) => {
    const name = plain(cell)
    const found = DEMAND_COLUMNS.find(
      ({ part, headers }) => !taken.has(part) && headers.some((header) => plain(header) === name),
    )
    if (found) taken.add(found.part)
    return found ?? null
  })
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s*＊:：]/g, '')
    .replace(/[–—]/g, '-')
}

export interface DemandRow {
  /** Name or credit code, as written. */
  readonly company: string
  readonly content: Demand
  readonly problems: readonly { readonly part: DemandColumn['part']; readonly problem: Text }[]
}

const LONGEST: Readonly<Partial<Record<DemandColumn['part'], number>>> = {
  title: 200,
  field: 200,
  contact: 200,
  problem: 5000,
  scene: 5000,
  tried: 5000,
}

/** A row of a table as a need; what cannot be read is said, part by part. */
export function readDemandRow(columns: readonly (DemandColumn | null)[], row: readonly string[]): DemandRow {
  const cells = new Map(
    columns.flatMap((one, i) => (one ? [[one.part, (row[i] ?? '').trim()] as const] : [])),
  )
  const problems: { part: DemandColumn['part']; problem: Text }[] = []
  const wrong = (part: DemandColumn['part'], zh: string, en: string) =>
    problems.push({ part, problem: { zh, en } })
  const text = (part: DemandColumn['part']) => {
    const value = cells.get(part) ?? ''
    const longest = LONGEST[part] ?? Number.POSITIVE_INFINITY
    if (value.length > longest) wrong(part, `超过 ${longest} 字`, `Longer than ${longest} characters`)
    return value
  }
  const read = <T>(
    part: DemandColumn['part'],
    of: (value: string) => T | undefined,
    zh: string,
    en: string,
  ) => {
    const value = cells.get(part) ?? ''
    if (value === '') return null
    const found = of(value)
    if (found === undefined) wrong(part, `“${value}”${zh}`, `“${value}” ${en}`)
    return found ?? null
  }
  for (const { part, required } of DEMAND_COLUMNS)
    if (required && (cells.get(part) ?? '') === '') wrong(part, '没有填写', 'Missing')
  const content: Demand = {
    ...EMPTY_DEMAND,
    title: text('title'),
    problem: text('problem'),
    scene: text('scene'),
    tried: text('tried'),
    targets: targetsOf(cells.get('targets') ?? ''),
    field: text('field') || null,
    contact: text('contact'),
    secrets: wordsOf(cells.get('secrets') ?? '').slice(0, 20),
    budgetFen: read('budgetFen', fenOfWan, '不是金额，写万元数，如 60', 'is no amount; write 10,000 yuan'),
    neededBy: read('neededBy', dayOf, '不是日期，写成 2027-06-30', 'is no date; write 2027-06-30'),
    maturity: read('maturity', levelOf, '不是 1 到 9 级', 'is no level from 1 to 9'),
    reach:
      read(
        'reach',
        (value) => REACH[value],
        `不在“${REACH_WORDS.join('、')}”之中`,
        'is none of the reaches',
      ) ?? 'any',
    cooperation:
      read(
        'cooperation',
        cooperationOf,
        `不在“${COOPERATION_WORDS.join('、')}”之中`,
        'is none of the ways',
      ) ?? [],
  }
  return { company: cells.get('company') ?? '', content, problems }
}

function wordsOf(text: string): string[] {
  return text
    .split(/[、，,;；\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function cooperationOf(text: string): Cooperation[] | undefined {
  const ways = wordsOf(text).map((word) => COOPERATION[word])
  return ways.includes(undefined) ? undefined : [...new Set(ways.flatMap((way) => way ?? []))]
}

/** `零点温漂：≤ 0.8%（现在 2.2%）`, one after the other. */
function targetsOf(text: string): Target[] {
  return text
    .split(/[;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 20)
    .map((part) => {
      const now = /[（(](?:现在|目前|当前)是?[:：]?\s*([^）)]*)[）)]\s*$/.exec(part)
      const rest = now ? part.slice(0, now.index).trim() : part
      const [, name = rest, wanted = ''] = /^([^:：]+)[:：](.*)$/.exec(rest) ?? []
      return {
        name: name.trim().slice(0, 200),
        wanted: wanted.trim().slice(0, 200),
        now: (now?.[1] ?? '').trim().slice(0, 200),
      }
    })
}

const FEN_OF_WAN = 1_000_000
const MOST_WAN = 10 ** 9

/** A bare number is in 万元. */
function fenOfWan(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(万元|万|元|亿元|亿)?$/.exec(text.normalize('NFKC').replaceAll(',', ''))
  if (!match) return undefined
  const unit = match[2] ?? '万元'
  const wan = Number(match[1]) * (unit === '元' ? 0.0001 : unit.startsWith('亿') ? 10_000 : 1)
  const fen = Math.round(wan * FEN_OF_WAN)
  return wan > MOST_WAN || fen < 1 ? undefined : String(fen)
}

function dayOf(text: string): string | undefined {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text.normalize('NFKC')) ?? []
  if (year === undefined) return undefined
  const day = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day === undefined ? undefined : formatDay(day)
}

function levelOf(text: string): number | undefined {
  const level = Number(text.replace(/级$/, ''))
  return Number.isInteger(level) && level >= 1 && level <= 9 ? level : undefined
}
