import { expect, test } from 'vitest'
import { run } from './testing.js'

test('without a command it says what there is, and that this was wrong usage', async () => {
  const { code, printed } = await run()
  expect(code).toBe(2)
  expect(printed).toContain('kehui evaluate')
})

test.each([['--help'], ['-h'], ['help']])('%s prints the overview', async (flag) => {
  const { code, printed } = await run(flag)
  expect(code).toBe(0)
  expect(printed).toContain('kehui import FILE')
})

test.each(['check', 'evaluate', 'import'])(
  '%s has a help of its own, asked for in three ways',
  async (command) => {
    const texts = [await run(command, '--help'), await run(command, '-h'), await run('help', command)]
    for (const { code, printed } of texts) {
      expect(code).toBe(0)
      expect(printed).toContain(`kehui ${command}`)
      expect(printed).toContain('Exit codes')
    }
  },
)

test('--version prints the version', async () => {
  expect(await run('--version')).toEqual({ code: 0, printed: '1.2.3', complained: '' })
})

test('an unknown command suggests the one that was meant', async () => {
  const { code, complained } = await run('evalute')
  expect(code).toBe(2)
  expect(complained).toContain('did you mean “evaluate”?')
})

test.each([
  ['check', '--jsn'],
  ['evaluate', '--fact', 'x'],
  ['import', 'a.csv', '--error'],
])('%s with the unknown flag %s is wrong usage', async (...args) => {
  const { code, complained } = await run(...args)
  expect(code).toBe(2)
  expect(complained).toContain(`kehui ${args[0]}:`)
})
