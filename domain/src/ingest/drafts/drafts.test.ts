import { describe, expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { policiesIn } from './index.js'

const read = (body: string) => {
  const text = `江西赣州：出台若干措施\n近日，示例。${body}\n`
  return { text, policies: policiesIn(text, readBulletinText(text).facts) }
}

describe('policy sentences become parameters with where they stand', () => {
  test('a rate, its base, a cap and whom it is for', () => {
    const { text, policies } = read(
      '对首次获得科技贷款的科技型中小企业，按实际贷款额的8%、最高不超过60万元，给予贴息补助。',
    )
    const [policy] = policies
    expect(policies).toHaveLength(1)
    expect(policy?.rates).toMatchObject([{ value: '8%', of: '实际贷款额' }])
    expect(policy?.caps).toMatchObject([{ value: '60 万元' }])
    expect(policy?.beneficiary?.text).toBe('首次获得科技贷款的科技型中小企业')
    expect(policy?.conditions.map((c) => c.text)).toEqual(['首次获得科技贷款的'])
    const points = [...text]
    for (const span of [...(policy?.rates ?? []), ...(policy?.caps ?? []), ...(policy?.conditions ?? [])])
      expect(points.slice(span.start, span.end).join('')).toBe(span.text)
  })

  test('two grants with a semicolon between are two drafts; time limits are kept', () => {
    const { policies } = read(
      '对新认定的孵化器一次性给予200万元奖励；对在孵企业给予房租补贴，期限不超过24个月，最高30万元。',
    )
    expect(
      policies.map(({ amounts, caps, limits }) => [...amounts, ...caps, ...limits].map((p) => p.value)),
    ).toEqual([['200 万元'], ['30 万元', '24 个月']])
  })

  test('what was paid already is no policy, and statistics are none', () => {
    expect(read('全市共兑现奖励资金300万元。').policies).toEqual([])
    expect(read('技术合同成交额3亿元，同比增长20%。').policies).toEqual([])
  })

  test('what could not be read is listed, not guessed', () => {
    const { policies } = read(
      '经专家委员会综合评议择优，对示范平台给予最高50万元支持，覆盖不少于3个县，给予奖补。',
    )
    const texts = policies[0]?.unread.map(({ text }) => text)
    expect(texts).toContain('3个')
    expect(texts).toContain('经专家委员会综合评议择优')
  })
})
