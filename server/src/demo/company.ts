import { booksOf } from './books.js'
import { nationalFacts } from './national.js'
import type { Random } from './random.js'
import { recordsOf } from './records.js'
import { DISTRICTS, date, known, type Sample, sampleCode, type When, yesNo } from './sample.js'
import { titlesOf } from './titles.js'

const FIRST = [
  '云澄',
  '川禾',
  '启川',
  '临晖',
  '云帆',
  '麓远',
  '汀兰',
  '川泽',
  '云砚',
  '江屿',
  '麓川',
  '云汀',
  '川岳',
  '澄湾',
  '云桥',
  '麓光',
] as const
const SECOND = [
  '智造',
  '生物',
  '新材',
  '软件',
  '光电',
  '机器人',
  '环保',
  '农业',
  '检测',
  '医疗',
  '能源',
  '数据',
  '装备',
  '传感',
  '微电子',
] as const
const INDUSTRIES = [
  '制造业',
  '制造业',
  '制造业',
  '信息传输软件和信息技术服务业',
  '信息传输软件和信息技术服务业',
  '科学研究和技术服务业',
  '批发和零售业',
  '建筑业',
  '农林牧渔业',
] as const

const PARKS: Readonly<Record<(typeof DISTRICTS)[number]['name'], readonly string[]>> = {
  云麓区: ['云麓科创园', '云麓光电园'],
  临江区: ['临江智造园', '临江生物园'],
}

interface Size {
  readonly weight: number
  readonly staff: readonly [number, number]
  readonly sales: readonly [number, number]
}

/** Staff and sales in 万元 of companies of every size. */
const SIZES: readonly [Size, Size, Size, Size] = [
  { weight: 30, staff: [3, 19], sales: [30, 800] },
  { weight: 40, staff: [20, 99], sales: [300, 6000] },
  { weight: 20, staff: [100, 480], sales: [3000, 19000] },
  { weight: 10, staff: [501, 3000], sales: [21000, 200000] },
]

export function company(random: Random, serial: number, when: When): Sample {
  const district = random.pick(DISTRICTS)
  const first = FIRST[serial % FIRST.length] ?? FIRST[0]
  const second = SECOND[Math.floor(serial / FIRST.length) % SECOND.length] ?? SECOND[0]
  // How much is known of it: a third has nearly all, a third some, a third little.
  const share = [0.97, 0.8, 0.45][serial % 3] ?? 1
  const drawn = draw(random, when)
  return {
    name: `云川${first}${second}有限公司（示例）`,
    audience: 'enterprise',
    creditCode: sampleCode('91', district.code, serial),
    facts: {
      注册地: district.name,
      登记状态: statusOf(serial),
      ...parkOf(district.name, serial),
      ...known(random, share, drawn.facts),
    },
    records: random.chance(share) ? recordsOf(random, when, drawn) : {},
    owner: null,
  }
}

/** Two parks a district; a third of the companies is in none. Drawn from no stream, so that all else stays as it is. */
function parkOf(district: (typeof DISTRICTS)[number]['name'], serial: number): { 所在园区?: string } {
  const park = PARKS[district][Math.floor(serial / 2) % 3]
  return park === undefined ? {} : { 所在园区: park }
}

/** Some have ceased to exist, which a list of those to be paid must notice. */
function statusOf(serial: number): string {
  return serial % 41 === 7 ? '注销' : serial % 53 === 11 ? '吊销' : '存续'
}

function sizeOf(random: Random): Size {
  let left = random.integer(1, 100)
  for (const size of SIZES) {
    left -= size.weight
    if (left <= 0) return size
  }
  return SIZES[1]
}

/** A company whose figures fit each other: size, age, trade, books and titles. */
function draw(random: Random, when: When) {
  const size = sizeOf(random)
  const staff = random.integer(...size.staff)
  const scientists = Math.floor(staff * (0.02 + random.next() * 0.45))
  const industry = random.pick(INDUSTRIES)
  const founded = date(random, when, when.books - 17, when.books)
  const age = when.books - Number(founded.slice(0, 4))
  const books = booksOf(random, size.sales, { years: Math.min(3, age + 1), last: when.books })
  const titles = titlesOf(random, when, { age, big: size === SIZES[3], sales: books.sales })
  const facts = {
    注册日期: founded,
    行业门类: industry,
    居民企业: '是',
    禁止限制淘汰类产品: yesNo(random.chance(0.02)),
    重大事故或失信: yesNo(random.chance(0.04)),
    职工总数: `${staff} 人`,
    '科技人员.科小': `${scientists} 人`,
    '科技人员.高企': `${Math.floor(scientists * 0.9)} 人`,
    ...books.facts,
    ...titles.facts,
    ...nationalFacts(random, {
      highTech: titles.highTech,
      industry,
      age,
      sales: books.sales,
      last: when.books,
    }),
    首次升规: yesNo(books.sales >= 2000 && random.chance(0.3)),
    共享仪器使用次数: `${random.integer(0, 30)} 次`,
    研发用房房产税: random.chance(0.4) ? '0 元' : `${random.integer(2000, 90000)} 元`,
    研发场地面积: `${random.integer(1, 90) * 20} 平方米`,
    产学研合作项目数: `${random.integer(0, 5)} 项`,
    逾期未验收: yesNo(random.chance(0.05)),
  }
  return { facts, sales: books.sales }
}
