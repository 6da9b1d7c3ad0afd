import { describe, expect, test } from 'vitest'
import { readBulletinText } from '../index.js'

const titles = (text: string) => readBulletinText(text).articles.map(({ title }) => title)
const measures = (text: string) =>
  readBulletinText(text).articles.map((a) => a.measures.map(({ heading }) => heading))

const FILLER = '坚持问题导向，优化服务流程，持续完善示例机制，推动各项示例任务落地见效，形成示例经验。'

describe('titles as real files hold them', () => {
  test('wrapped inside a word, a blank line between', () => {
    const text = `湖南株洲：“三张清单”推动中小企业创新能力持续提\n\n升见实效\n\n${wrap(`2023年，株洲市${FILLER.repeat(3)}`)}`
    expect(titles(text)).toEqual(['湖南株洲：“三张清单”推动中小企业创新能力持续提升见实效'])
  })

  test('glued to the end of the article before', () => {
    const text = `江西赣州：做强载体\n近日，${FILLER}湖北宜昌市多措并举推动成果转化落地\n近年来，${FILLER}\n`
    expect(titles(text)).toEqual(['江西赣州：做强载体', '湖北宜昌市多措并举推动成果转化落地'])
  })

  test('subheadings without a place open no article', () => {
    const text = `陕西：创新平台提质增效\n${FILLER}\n投入力度持续加大 平台布局更加优化\n2023年，${FILLER}\n攻关机制不断健全 标志成果接连涌现\n${FILLER}\n`
    expect(titles(text)).toEqual(['陕西：创新平台提质增效'])
    expect(measures(text)).toEqual([
      ['投入力度持续加大 平台布局更加优化', '攻关机制不断健全 标志成果接连涌现'],
    ])
  })

  test('contents, mastheads and running heads are no titles', () => {
    const text = `示例科技参考\n2024年第3期（总第58期）\n江西赣州：做强载体……………… 1\n湖北宜昌：成果转化……………… 4\n江西赣州：做强载体\n${FILLER}\n湖北宜昌：成果转化\n${FILLER}\n`
    expect(titles(text)).toEqual(['江西赣州：做强载体', '湖北宜昌：成果转化'])
  })
})

describe('measures', () => {
  test('一是 within a paragraph', () => {
    const text = `江西赣州：做强载体\n《方案》提出三项举措。一是健全机制。${FILLER}二是搭建平台。${FILLER}三是优化环境。${FILLER}\n`
    expect(measures(text)).toEqual([['健全机制', '搭建平台', '优化环境']])
    const [article] = readBulletinText(text).articles
    const points = [...text]
    for (const { start, end, marker } of article?.measures ?? []) {
      expect(points.slice(start, end).join('')).toMatch(new RegExp(`^${marker}[\\s\\S]*。$`))
    }
  })

  test.each(['一、', '（一）', '第一，'])('%s', (first) => {
    const marked = (n: string) => first.replace('一', n)
    const text = `江西赣州：做强载体\n近日，${FILLER}\n${marked('一')}健全示例机制。${FILLER}\n${marked('二')}搭建示例平台。${FILLER}\n`
    expect(measures(text)).toEqual([['健全示例机制', '搭建示例平台']])
  })
})

test('a text without titles has facts and no article', () => {
  const { articles, facts } = readBulletinText('全市建成孵化器12家，这里没有标题。')
  expect(articles).toEqual([])
  expect(facts.map(({ value, article }) => [value, article])).toEqual([['12', null]])
})

function wrap(text: string): string {
  return text.replaceAll(/(.{30})(?=.)/g, '$1\n\n')
}
