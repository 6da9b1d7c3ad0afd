import { writeSync } from 'node:fs'
import { readBulletin } from '../../domain/dist/ingest/index.js'

/** Characters on a page of a bulletin. */
const PAGE = 700
const PAGES = 4000
const PIECE = 64 * 1024

const PLACES = [
  '云南玉溪',
  '甘肃武威',
  '海南儋州',
  '江西赣州',
  '湖南株洲',
  '河北保定',
  '山东临沂',
  '福建三明',
]
const THINGS = [
  '科技企业孵化器',
  '众创空间',
  '新型研发机构',
  '重点实验室',
  '技术转移机构',
  '科技特派员工作站',
]

/** Invented reports, wrapped as a page is, with running heads and page numbers; no two alike. */
function* pages(count) {
  let seed = 7
  const random = (n) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % n
  }
  let text = ''
  for (let page = 1; page <= count; page += 1) {
    while (text.length < PAGE) text += article(random)
    const body = text.slice(0, PAGE)
    text = text.slice(PAGE)
    yield `${body.replaceAll(/(.{30})(?=.)/g, '$1\n\n')}\n\n \n\n\n\n      《示例科技参考》  集萃示例情报\n\n${page}\n\n`
  }
}

function article(random) {
  const place = PLACES[random(PLACES.length)]
  const measure = (marker) =>
    `${marker}是强化第${random(9) + 2}类载体建设。全市建成${THINGS[random(THINGS.length)]}${random(300) + 2}家，其中国家级${random(40) + 2}家、省级${random(60) + 2}家；` +
    `在孵企业${random(5000) + 10}余家，带动就业${(random(900) + 10) / 10}万人，开展对接活动${random(90) + 2}场，` +
    `促成签约项目${random(80) + 2}个，意向金额超${(random(900) + 1) / 10}亿元。对首次认定的企业给予最高${random(90) + 10}万元奖励。`
  return (
    `\n\n${place}：做强创新载体 服务示例产业\n\n` +
    `2023年以来，${place}持续优化创新生态。1-${random(10) + 2}月，技术合同成交额${(random(9000) + 100) / 100}亿元，同比增长${(random(600) + 1) / 10}%。\n\n` +
    ['一', '二', '三'].map(measure).join('\n\n')
  )
}

/** Pages a second on one core, and the most memory while they were read, above what Node takes by itself. */
export function ingest() {
  let facts = 0
  let articles = 0
  let peak = 0
  const reader = readBulletin({ fact: () => (facts += 1), article: () => (articles += 1) })
  let waiting = ''
  let read = 0
  const started = performance.now()
  for (const page of pages(PAGES)) {
    waiting += page
    if (waiting.length < PIECE) continue
    read += waiting.length
    reader.push(waiting)
    waiting = ''
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  reader.push(waiting)
  reader.end()
  const seconds = (performance.now() - started) / 1000
  writeSync(
    2,
    `${PAGES} pages, ${read} characters, ${articles} articles, ${facts} facts in ${seconds.toFixed(2)} s\n`,
  )
  return {
    figures: { pagesPerSecond: Math.round(PAGES / seconds), peakMiB: Math.round(peak / 1024 / 1024) },
    more: {},
  }
}
