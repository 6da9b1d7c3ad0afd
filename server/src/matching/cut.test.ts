import { Analyser, NO_VOCABULARY } from '@kehui/domain/matching'
import { expect, test } from 'vitest'
import { cutChinese } from './cut.js'

test.each(['水运工程施工项目全过程管理', '石墨烯涂层', '我', ''])(
  '%s is cut and nothing left out',
  (text) => {
    expect(cutChinese(text).join('')).toBe(text)
  },
)

test('words of the language are found, in traditional characters too', () => {
  const analyser = new Analyser(cutChinese, NO_VOCABULARY)
  expect(analyser.document('高血压患者的血管内皮功能')).toEqual(
    expect.arrayContaining(['高血压', '血管', '内皮']),
  )
  expect(analyser.document('高血壓')).toEqual(expect.arrayContaining(['高血压']))
})
