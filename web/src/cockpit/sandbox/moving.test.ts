import { expect, test } from 'vitest'
import { moveNumber, type Parameter } from './moving.js'

const at = (text: string, number: string): Parameter => {
  const from = text.indexOf(number)
  return {
    kind: 'threshold',
    label: number,
    from,
    to: from + number.length,
    value: Number(number),
    unit: '元',
    min: 0,
    max: 1e9,
    step: 1,
  }
}

test('numbers behind the one that is moved stay where they are in the new text', () => {
  let text = '职工总数 <= 51 人 and 研发费用 >= 62 万元 # cap 73'
  let parameters: readonly Parameter[] = ['51', '62', '73'].map((number) => at(text, number))
  for (let i = 0; i < 200; i += 1) {
    const index = (i * 7) % 3
    const before = parameters[index]
    if (!before) throw new Error('three numbers')
    const moved = moveNumber(parameters, index, (i * 7919) % 10 ** (1 + (i % 6)))
    text = text.slice(0, before.from) + moved.piece + text.slice(before.to)
    parameters = moved.parameters
    for (const { from, to, value } of parameters) expect(text.slice(from, to)).toBe(String(value))
  }
})

test.each([
  [0.1 + 0.2, '0.3'],
  [1e9, '1000000000'],
  [12.5, '12.5'],
])('%d is written as %s', (value, piece) => {
  expect(moveNumber([], 0, value).piece).toBe(piece)
})
