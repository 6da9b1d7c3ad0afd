import { nameIndex } from '../../server/dist/search/index/name-index.js'
import { NameTable } from '../../server/dist/search/index/name-table.js'

const PLACES = [
  ['北京', 110000],
  ['上海', 310000],
  ['深圳', 440300],
  ['广州', 440100],
  ['武汉', 420100],
  ['成都', 510100],
  ['南京', 320100],
  ['苏州市', 320500],
  ['浙江', 330000],
  ['安徽省', 340000],
  ['贵阳', 520100],
  ['宁夏', 640000],
  ['济南', 370100],
  ['青岛', 370200],
  ['厦门', 350200],
  ['西安', 610100],
  ['长沙', 430100],
  ['重庆', 500000],
]
const TRADES =
  '科技 电子科技 智能装备 生物科技 医药 新材料科技 信息技术 环保工程 建设工程 贸易 机械制造 食品 农业发展 物流 文化传媒 商贸 网络科技 建筑劳务 餐饮管理 汽车销售 企业管理咨询 教育科技 房地产开发 物业管理 装饰工程 服饰 家具 化工 供应链管理 能源'.split(
    ' ',
  )
const FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '中心（有限合伙）']
const LETTERS =
  '安百邦宝保倍本必标彩辰成诚驰创春达大德鼎东多恩发帆方飞丰锋福富高格冠光广贵国海汉航豪浩和合恒弘宏鸿华汇惠佳嘉建健金锦晶景久巨君凯康科坤蓝乐力立利联良龙隆鲁绿美明铭南宁诺鹏普奇启千乾桥庆泉仁荣瑞润赛三森山上深升盛胜世顺思硕泰腾天通同万旺威伟文沃希祥翔欣新鑫信兴星雄秀旭宣雅亚扬洋耀业一亿益银永友宇裕誉源远悦云运泽展昭振正志智中众洲紫宗'

/** The same names each time: a linear generator would repeat itself at this size. */
function generator(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export function* entries(count) {
  const next = generator(7)
  const letter = () => LETTERS[next(LETTERS.length)]
  for (let n = 0; n < count; n += 1) {
    const [region, place] = PLACES[next(PLACES.length)]
    const brand = letter() + letter() + (next(3) === 0 ? letter() : '')
    const name = region + brand + TRADES[next(TRADES.length)] + FORMS[next(FORMS.length)]
    const hex = n.toString(16).padStart(12, '0')
    yield { id: `00000000-0000-4000-8000-${hex}`, names: [name], kind: 0, place, brand }
  }
}

/** What people type: part of a name, its beginning, two parts, pinyin, initials; each while it grows. */
function queries(sample, initials) {
  return sample.flatMap(({ names: [name], brand }) => {
    const at = name.indexOf(brand)
    return [
      brand,
      name.slice(0, at + 2),
      name.slice(at, at + 6),
      `${brand} ${name.slice(at + brand.length, at + brand.length + 2)}`,
      name,
      initials(brand),
      initials(name.slice(at, at + 4)),
      initials(name.slice(0, at + 2)),
    ]
  })
}

export async function nameSpeed(count = 3_000_000) {
  const { pinyin } = await import('../../server/node_modules/pinyin-pro/dist/index.mjs').catch(
    () => import('pinyin-pro'),
  )
  const initials = (text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
  const table = new NameTable()
  const sample = []
  let t = performance.now()
  for (const entry of entries(count)) {
    table.add(entry)
    if (table.size % Math.floor(count / 200) === 0) sample.push(entry)
  }
  console.error(`entered ${table.size} names in ${Math.round(performance.now() - t)} ms`)
  t = performance.now()
  const index = await nameIndex(table)
  console.error(
    `indexed in ${Math.round(performance.now() - t)} ms, ${Math.round(index.bytes / 1048576)} MiB`,
  )
  const typed = queries(sample, initials)
  for (const q of typed.slice(0, 200)) index.search({ typed: q, most: 200 })
  const byKind = Array.from({ length: 8 }, () => [])
  const all = []
  let found = 0
  for (const [nth, q] of typed.entries()) {
    const start = performance.now()
    const answer = index.search({ typed: q, most: 200 })
    const ms = performance.now() - start
    all.push(ms)
    byKind[nth % 8].push(ms)
    if (answer.hits.length > 0) found += 1
  }
  const p95 = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)]
  console.error(
    byKind.map((list) => p95(list).toFixed(2)).join(' '),
    `${found} of ${typed.length} found something`,
  )
  return { nameP95Ms: Number(p95(all).toFixed(2)), mebibytes: Math.round(index.bytes / 1048576) }
}
