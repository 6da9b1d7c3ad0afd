import { expect, test } from 'vitest'
import { run } from './testing.js'

test('the region must be named', async () => {
  const { code, complained } = await run('run')
  expect(code).toBe(2)
  expect(complained).toContain('give --region PACK')
})

test.each([
  [['--lang', 'fr'], 2, '--lang is zh or en, not “fr”'],
  [['--on', '2026-02-30'], 1, '“2026-02-30” is no date; write 2026-11-24'],
])('%s is refused before anything is opened', async (args, code, message) => {
  const result = await run('run', '--region', 'demo', ...args)
  expect(result.code).toBe(code)
  expect(result.complained).toContain(message)
})
