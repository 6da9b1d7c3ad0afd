import type { Db } from '../database/pool.js'
import { ensureResources, keyOf, type NewResource, relationsFrom } from '../registry/chain/store-plans.js'
import { insertRelations, type NewRelation } from '../registry/relations/store.js'
import type { StoredSample } from './store.js'
import { OFFERS } from './supply/works.js'

/** What companies make whose names have such a word. */
const MAKES: Readonly<Record<string, readonly string[]>> = {
  智造: ['工业数据采集终端', '智能产线'],
  生物: ['无血清培养基', '重组酶', '生物反应袋', '重组蛋白疫苗'],
  新材: ['溅射靶材', '碳纤维预浸料', '药用辅料', '永磁材料'],
  软件: ['设备健康诊断软件', '低空监管平台', '预测性维护服务'],
  光电: ['化学发光分析仪', '机载毫米波雷达'],
  机器人: ['机器人力控关节', '多旋翼无人机'],
  环保: ['环境监测站', '气体传感器'],
  农业: ['农林植保服务', '植保无人机'],
  检测: ['医学检验服务', '体外诊断试剂'],
  医疗: ['体外诊断试剂', '无菌注射剂', '冷链配送服务'],
  能源: ['航空动力电池', '功率器件'],
  数据: ['智慧园区', '预测性维护服务'],
  装备: ['生物反应器', '冻干机', '高功重比电机'],
  传感: ['压力传感器', '惯性传感器', '无线传感模组', '超声传感器'],
}

/** Partners elsewhere: invented, in cities that are there. */
const ELSEWHERE: readonly (readonly [name: string, place: string, makes: readonly string[]])[] = [
  ['外地样例硅材有限公司（示例）', '420100', ['半导体硅片']],
  ['外地样例电子材料有限公司（示例）', '340100', ['光刻胶', '电子特种气体']],
  ['外地样例微系统有限公司（示例）', '320500', ['MEMS 晶圆', '惯性敏感芯片', '信号调理芯片']],
  ['外地样例集成电路有限公司（示例）', '310000', ['低功耗微控制器', '信号调理芯片']],
  ['外地样例陶瓷有限公司（示例）', '360200', ['压电陶瓷', '陶瓷封装基座', '氧化铝粉体']],
  ['外地样例层析有限公司（示例）', '320500', ['层析填料', '层析系统']],
  ['外地样例灌装装备有限公司（示例）', '430100', ['无菌灌装线', '冻干机']],
  ['外地样例电池材料有限公司（示例）', '510100', ['高镍正极材料', '硅碳负极材料']],
  ['外地样例飞控有限公司（示例）', '440300', ['飞行控制系统', '物流无人机', '惯性导航模块']],
]

/** Ties the samples to the chains of the sample city, once: who makes what, here and elsewhere, and what research offers. */
export async function linkSamples(
  db: Db,
  region: number,
  stored: readonly StoredSample[],
  source: string,
): Promise<void> {
  if ((await relationsFrom(db, region, source)).length > 0) return
  const resource = (kind: string, name: string, place: string | null = null): NewResource => ({
    kind,
    name,
    place,
    sample: true,
  })
  const product = (name: string) => resource('product', name)
  const said = [
    ...ELSEWHERE.flatMap(([name, place, makes]) =>
      makes.map((made) => [resource('enterprise', name, place), 'produces', product(made)] as const),
    ),
    ...OFFERS.map(
      ([kind, name, place, type, of]) => [resource(kind, name, place), type, product(of)] as const,
    ),
  ]
  const made = makersAmong(stored)
  const resources = [...said.flatMap(([a, , b]) => [a, b]), ...made.map(({ product: name }) => product(name))]
  const ids = await ensureResources(db, region, [
    ...new Map(resources.map((each) => [keyOf(each), each])).values(),
  ])
  const end = (each: NewResource) => ({ kind: each.kind, id: ids.get(keyOf(each)) ?? '' })
  const relations: NewRelation[] = [
    ...said.map(([from, type, to]) => ({ type, from: end(from), to: end(to) })),
    ...made.map(({ company, product: name, weight }) => ({
      type: 'produces',
      from: { kind: 'enterprise', id: company },
      to: end(product(name)),
      weight,
    })),
  ]
  await insertRelations(db, region, relations, { source })
}

/** One or two products a company, drawn from its place in the list of those alike. */
function makersAmong(stored: readonly StoredSample[]) {
  const counts = new Map<string, number>()
  return stored.flatMap(({ id, name }) => {
    const word = Object.keys(MAKES).find((each) => name.includes(`${each}有限公司`))
    const products = word === undefined ? undefined : MAKES[word]
    if (word === undefined || products === undefined) return []
    const nth = counts.get(word) ?? 0
    counts.set(word, nth + 1)
    const first = products[nth % products.length]
    const second = nth % 3 === 0 ? products[(nth + 1) % products.length] : undefined
    return [first, second].flatMap((made, i) =>
      made === undefined || (i === 1 && made === first)
        ? []
        : [{ company: id, product: made, weight: i === 0 ? 0.6 : 0.2 }],
    )
  })
}
