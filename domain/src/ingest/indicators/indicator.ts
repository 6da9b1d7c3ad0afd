/** Names of one indicator in reports; a person's corrections go before them. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  技术合同成交额: [
    '技术合同成交金额',
    '技术合同认定登记成交额',
    '技术合同登记成交额',
    '技术合同交易额',
    '登记技术合同成交额',
  ],
  吸纳技术合同成交额: ['技术合同吸纳额', '吸纳技术交易额'],
  输出技术合同成交额: ['技术合同输出额', '输出技术交易额'],
  技术合同登记数: ['登记技术合同数', '技术合同数', '技术合同认定登记数', '认定登记技术合同数'],
  高新技术企业数: ['国家高新技术企业数', '高企数', '有效期内高新技术企业数', '有效高新技术企业数'],
  科技型中小企业数: [
    '国家科技型中小企业数',
    '科技型中小企业入库数',
    '入库科技型中小企业数',
    '评价入库科技型中小企业数',
  ],
  科技企业孵化器数: ['孵化器数', '科技孵化器数', '科技企业孵化器总数', '各类科技企业孵化器数'],
  国家级科技企业孵化器数: ['国家级孵化器数', '国家级科技企业孵化器总数', '国家级科技企业孵化器总量'],
  省级科技企业孵化器数: ['省级孵化器数', '省级科技企业孵化器总数'],
  众创空间数: ['众创空间总数'],
  在孵企业数: ['在孵企业总数', '孵化企业数', '在孵科技企业数'],
  'R&D经费支出': [
    '研究与试验发展（R&D）经费支出',
    '研究和试验发展（R&D）经费支出',
    '全社会研发经费支出',
    '研发经费支出',
    '全社会R&D经费支出',
    'R&D经费',
  ],
  'R&D经费投入强度': ['研发投入强度', '全社会研发投入强度', '研发经费投入强度', 'R&D投入强度'],
  高新技术产业产值: ['高新技术产业总产值'],
  科技特派员数: ['科技特派员人数', '科技特派员总数', '科技特派员动态人数', '选派科技特派员人数'],
  科技贷款余额: ['科技型企业贷款余额', '科技企业贷款余额'],
}
const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(SYNONYMS).flatMap(([name, others]) =>
    [name, ...others].map((other) => [other, name] as const),
  ),
)

/** What exists, however a report says so. New ones, and those approved in a year, are indicators of their own. */
const STATE =
  /^(?:全[省市区县州]|共|已|现|累计|目前)*(?:建成|建有|共有|拥有|现有|达到|集聚|形成|备案|认定)(?=.{3,})/

export interface Indicator {
  readonly name: string
  /** By a correction, by the table, or as the report names it. */
  readonly by: 'person' | 'table' | 'report'
}

/** The indicator that a subject means. `corrections` are what people said of such subjects, or of indicators, before. */
export function indicatorOf(subject: string, corrections: ReadonlyMap<string, string>): Indicator {
  const named = indicatorKey(subject)
  const plain = named.replace(STATE, '')
  const known = CANONICAL.get(named) ?? CANONICAL.get(plain)
  const name = known ?? plain
  const said = corrections.get(named) ?? corrections.get(plain) ?? corrections.get(name)
  if (said !== undefined) return { name: lastName(said, corrections), by: 'person' }
  return { name, by: known === undefined ? 'report' : 'table' }
}

/** The same for many subjects, each looked up once. */
export function indicatorNamer(corrections: ReadonlyMap<string, string>): (subject: string) => string {
  const names = new Map<string, string>()
  return (subject) => {
    const known = names.get(subject) ?? indicatorOf(subject, corrections).name
    names.set(subject, known)
    return known
  }
}

/** An indicator that was renamed, or joined with another, is what that one is by now. */
function lastName(said: string, corrections: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let name = said
  for (
    let next = corrections.get(name);
    next !== undefined && !seen.has(next);
    next = corrections.get(name)
  ) {
    seen.add(name)
    name = next
  }
  return name
}

/** The names that the table has for its indicators. */
export function tableNames(): { readonly subject: string; readonly indicator: string }[] {
  return [...CANONICAL].map(([subject, indicator]) => ({ subject, indicator }))
}

/** How a subject is remembered: without marks and spaces, brackets full-width. */
export function indicatorKey(subject: string): string {
  return subject
    .replaceAll(/[\s“”"‘’]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
}
