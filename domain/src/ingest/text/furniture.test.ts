import { expect, test } from 'vitest'
import { readBulletinText } from '../index.js'

test('zeros behind a page break are the rest of their number, not a page number', () => {
  const [fact] = readBulletinText('湖南株洲：示例\n2023年，全市安排资金2\f000\n万元。\n').facts
  expect(fact).toMatchObject({ value: '20000000', unit: '元' })
})

test('a page number in the middle of a sentence is no figure', () => {
  const { facts } = readBulletinText(
    '湖南株洲：示例\n2023年，全市推动各类主体\n\n\n\n\n12\n\n协同建设平台9个。\n',
  )
  expect(facts.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['9 个'])
})
