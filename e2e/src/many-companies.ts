import { type Client, createClient } from '@kehui/server/client'

const PARKS = [
  ['云麓区', ['云麓科创园', '云麓光电园']],
  ['临江区', ['临江智造园', '临江生物园']],
] as const
const INDUSTRIES = ['制造业', '信息传输软件和信息技术服务业', '科学研究和技术服务业', '建筑业']

/** A number from 0 to below `below`, the same for the same company and fact. */
function drawn(company: number, fact: number, below: number): number {
  let state = (Math.imul(company + 1, 0x9e3779b1) ^ Math.imul(fact + 1, 0x85ebca6b)) >>> 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  return ((state ^ (state >>> 14)) >>> 0) % below
}

type Draw = (fact: number, below: number) => number
const yesNo = (draw: Draw, fact: number, chance: number) => (draw(fact, 100) < chance ? '是' : '否')

/** What is not known is left empty: a third of most columns. */
const COLUMNS: Readonly<Record<string, (draw: Draw, nth: number) => string>> = {
  企业名称: (_, nth) => `云川样本${String(nth).padStart(5, '0')}有限公司（示例）`,
  注册地: (draw) => PARKS[draw(0, 2)]?.[0] ?? '云麓区',
  所在园区: (draw) => PARKS[draw(0, 2)]?.[1][draw(1, 3)] ?? '',
  行业门类: (draw) => INDUSTRIES[draw(2, INDUSTRIES.length)] ?? '',
  居民企业: () => '是',
  注册日期: (draw) => `${2008 + draw(3, 16)}-03-01`,
  '职工总数（人）': (draw) => (draw(4, 3) === 0 ? '' : String(5 + draw(5, 700))),
  '年销售收入（万元）': (draw) => (draw(6, 3) === 0 ? '' : String(100 + draw(7, 30_000))),
  '资产总额（万元）': (draw) => (draw(8, 3) === 0 ? '' : String(100 + draw(9, 30_000))),
  '成本费用（万元）': (draw) => String(80 + draw(10, 9_000)),
  '一类知识产权（项）': (draw) => (draw(11, 3) === 0 ? '' : String(draw(12, 4))),
  '二类知识产权（项）': (draw) => String(draw(13, 12)),
  高新技术企业: (draw) => (draw(14, 4) === 0 ? '' : yesNo(draw, 15, 35)),
  科技型中小企业: (draw) => (draw(16, 4) === 0 ? '' : yesNo(draw, 17, 40)),
  创新型中小企业: (draw) => yesNo(draw, 18, 20),
  专精特新中小企业: (draw) => yesNo(draw, 19, 10),
  首次认定高企: (draw) => (draw(20, 2) === 0 ? '' : yesNo(draw, 21, 30)),
  首次入库科小: (draw) => yesNo(draw, 22, 30),
  重大事故或失信: (draw) => yesNo(draw, 23, 3),
  禁止限制淘汰类产品: () => '否',
  国家科技奖励: () => '否',
  省部级以上研发机构: (draw) => yesNo(draw, 24, 5),
  主导标准: (draw) => yesNo(draw, 25, 5),
}

export function tableOf(count: number): string {
  const names = Object.keys(COLUMNS)
  const rows = Array.from({ length: count }, (_, nth) => {
    const draw: Draw = (fact, below) => drawn(nth, fact, below)
    return names.map((name) => COLUMNS[name]?.(draw, nth) ?? '').join(',')
  })
  return [names.join(','), ...rows].join('\n')
}

export function staffClient(address: string): Client {
  return createClient({ baseUrl: address, role: () => 'clerk', name: () => '林晓', lang: () => 'zh' })
}

/** Enters many generated companies by an import, as a clerk would; the id of the import. */
export async function enterCompanies(client: Client, count: number): Promise<string> {
  const preview = await client.upload(new File([tableOf(count)], '大名单.csv'))
  const answers = Object.fromEntries(
    preview.questions.map(({ id, options }) => [id, options[0]?.value ?? '']),
  )
  await client.mapImport(preview.id, { answers })
  const done = await client.commitImport(preview.id)
  if (done.result?.created !== count) throw new Error(`entered ${JSON.stringify(done.result)} of ${count}`)
  return preview.id
}

/** Waits until every result is computed; how long that took in milliseconds. */
export async function assessed(client: Client): Promise<number> {
  const since = performance.now()
  for (;;) {
    const { stale } = await client.assessmentProgress()
    if (stale === 0) return performance.now() - since
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
