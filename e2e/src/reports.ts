import type { Page } from 'playwright-core'

/** Invented figures of three years, with what a careful reader stumbles over. */
const YEARS = [
  [
    '湖南株洲',
    '2021年，全市技术合同成交额8.6亿元。2022年，全市技术合同成交额10亿元，同比增长16.3%。',
    '12.5',
    '45%',
  ],
  ['江西赣州', '2021年，技术合同成交金额6.2亿元。2022年，技术合同成交金额8亿元，同比增长29%。', '超9', '15%'],
  ['湖北黄冈', '2022年，登记技术合同成交额约5.5亿元。', '7.3', '32.7%'],
  [
    '安徽池州',
    '2021年，技术合同成交额3.1亿元。2022年，技术合同成交额2.8亿元，同比下降9.7%。',
    '3.9',
    '39.3%',
  ],
] as const

const ISSUE = YEARS.map(
  ([place, before, now, growth], i) =>
    `${place}：技术市场观察（示例）\n${before}2023年，技术合同成交额${now}亿元，同比增长${growth}。` +
    `2023年，全市建成孵化器${17 + i}家，其中国家级${i + 2}家、省级${i === 1 ? 17 : i + 9}家。` +
    '对首次认定的科技企业孵化器，按投入的20%给予最高50万元补助。\n',
).join('')

const NAME = '科技情报样刊（示例）.txt'

/** A report with figures to compare, given once to a server; its id. */
export async function sampleReport(page: Page, name = NAME, content = ISSUE): Promise<string> {
  const headers = { 'x-kehui-role': 'clerk', 'x-kehui-name': encodeURIComponent('林晓（示例）') }
  const known = (await (await page.request.get('/api/v1/reports', { headers })).json()) as {
    id: string
    fileName: string
  }[]
  const found = known.find(({ fileName }) => fileName === name)
  if (found) return found.id
  const response = await page.request.post('/api/v1/reports', {
    headers: {
      ...headers,
      'x-file-name': encodeURIComponent(name),
      'content-type': 'application/octet-stream',
    },
    data: Buffer.from(content),
  })
  const { id } = (await response.json()) as { id: string }
  const decide = (n: number, state: 'accepted' | 'rejected') =>
    page.request.put(`/api/v1/reports/${id}/facts/${n}`, { headers, data: { state } })
  if (name === NAME) for (const n of [0, 1, 3]) await decide(n, 'accepted')
  return id
}
