import { expect, it } from 'vitest'
import { readableRule } from './readable-rule.js'

it.each([
  ['zh', '注册地 in 云麓区', '注册地 属于 云麓区'],
  ['zh', 'not 禁止限制淘汰类产品', '非禁止限制淘汰类产品'],
  ['zh', '职工总数 <= 500 人', '职工总数 ≤ 500 人'],
  ['zh', '年销售收入 * 20%', '年销售收入 × 20%'],
  ['zh', '减半所得 * max(0%, 税率 - 12.5%)', '减半所得 × 较大者(0%, 税率 − 12.5%)'],
  ['en', '注册地 in 云麓区', '注册地 in 云麓区'],
  ['en', 'headcount >= 5', 'headcount ≥ 5'],
] as const)('%s: %s', (lang, text, expected) => {
  expect(readableRule(text, lang)).toBe(expected)
})
