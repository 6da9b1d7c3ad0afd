import { expect, test } from 'vitest'
import { run } from './testing.js'

test.each([
  [['leads', '--region', 'demo'], 'give --programme ID'],
  [['leads', '--programme', 'demo.scale-up'], 'give --region PACK'],
  [['leads', '--programme', 'demo.scale-up', '--region', 'demo', '--freeze'], 'give --by NAME'],
  [['leads', '--programme', 'demo.scale-up', '--region', 'demo', '--lang', 'fr'], '--lang is zh or en'],
  [['budget'], 'give --region PACK'],
  [['budget', '--region', 'demo', '--budget', '3000万元'], '--budget is of one --programme'],
  [
    ['budget', '--region', 'demo', '--programme', 'demo.rd-subsidy', '--budget', '3000'],
    '--budget is an amount',
  ],
  [
    ['budget', '--region', 'demo', '--programme', 'demo.rd-subsidy', '--budget=-1元'],
    '--budget is an amount',
  ],
  [
    ['budget', '--region', 'demo', '--programme', 'demo.rd-subsidy', '--budget', '0.001元'],
    '--budget is an amount',
  ],
  [['budget', '--region', 'demo', '--method', 'lottery'], '--method is rank'],
])('%j is refused before anything is opened', async (args, message) => {
  const { code, complained } = await run(...args)
  expect(code).toBe(2)
  expect(complained).toContain(message)
})
