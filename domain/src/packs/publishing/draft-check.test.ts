import { expect, test } from 'vitest'
import { loadPacks } from '../load.js'
import { libraryOf, packFiles } from '../testing.js'
import { checkDraft } from './draft-check.js'
import { withProgramme } from './with-programme.js'

const files = packFiles('national', 'demo')
const library = libraryOf(files)
const path = 'demo/programmes/high-tech-award.yaml'
const text = files.find((file) => file.path === path)?.text ?? ''
const draft = (changed: string) => ({
  programme: 'demo.high-tech-award',
  pack: 'demo',
  source: { path, text: changed },
})

test('the text in force is sound', () => {
  const { check, programme } = checkDraft(library, draft(text))
  expect(check).toMatchObject({ ok: true, problems: [], failures: [], uncovered: [] })
  expect(check.examples.length).toBe(programme?.examples.length)
  expect(check.examples.every(({ actual, problems }) => actual && problems.length === 0)).toBe(true)
})

test('what does not load is told with line, column and what was meant', () => {
  const { check } = checkDraft(library, draft(text.replace('audience: enterprise', 'audience: enterprize')))
  expect(check.ok).toBe(false)
  expect(check.problems[0]).toMatchObject({ code: 'yaml.option', suggestion: 'enterprise' })
  const line = text.split('\n').findIndex((one) => one.startsWith('audience')) + 1
  expect(check.problems[0]?.line).toBe(line)
  const misspelt = checkDraft(library, draft(`${text}\nneed: [{that: 职工总数教 > 1 人}]\n`))
  expect(misspelt.check.problems.length).toBeGreaterThan(0)
})

test('an example that comes out otherwise is shown with what was expected and what came', () => {
  const wrong = text.replace(/expect: \{verdict: yes, amount: [^}]*\}/, 'expect: {verdict: no}')
  expect(wrong).not.toBe(text)
  const { check } = checkDraft(library, draft(wrong))
  const failed = check.examples.filter(({ problems }) => problems.length > 0)
  expect(failed).toMatchObject([{ expected: { verdict: 'no' }, actual: { verdict: 'yes' } }])
  expect(check.ok).toBe(false)
})

test('a threshold without its examples is told', () => {
  const { check } = checkDraft(library, draft(text.replace(/examples:[\s\S]*/, 'examples: []\n')))
  expect(check.ok).toBe(false)
  expect(check.failures.map(({ code }) => code)).toEqual(['example.none'])
})

test('a raised threshold wants examples at it and one unit short of it', () => {
  const subsidy = files.find((file) => file.path === 'demo/programmes/rd-subsidy.yaml')?.text ?? ''
  const source = {
    path: 'demo/programmes/rd-subsidy.yaml',
    text: subsidy.replace('研发费用 >= 50 万元', '研发费用 >= 60 万元'),
  }
  const { check } = checkDraft(library, { programme: 'demo.rd-subsidy', pack: 'demo', source })
  expect(check.uncovered).toHaveLength(1)
  expect(check.uncovered[0]?.message).toContain('研发费用 >= 60 万元')
  expect(check.examples.filter(({ problems }) => problems.length > 0).map(({ name }) => name)).toEqual([
    '研发恰好 50 万元',
  ])
})

test('a text of another programme is refused, and one whose id is taken', () => {
  const other = checkDraft(library, draft(text.replace('id: demo.high-tech-award', 'id: demo.something')))
  expect(other.check.problems).toMatchObject([{ code: 'draft.other-id' }])
  const taken = checkDraft(library, draft(text.replace('id: demo.high-tech-award', 'id: cn.tech-sme')))
  expect(taken.check.problems).toMatchObject([{ code: 'programme.twice', line: 1 }])
})

test('a programme put into a library is what loading all anew gives, but for its version', () => {
  const changed = files.map((file) =>
    file.path === path ? { path, text: text.replace('10 万元', '12 万元') } : file,
  )
  const whole = loadPacks(changed)
  const put = withProgramme(library, 'demo', { path, text: text.replace('10 万元', '12 万元') })
  if (!whole.ok || !put.ok) throw new Error('both load')
  expect([...put.library.programmes.keys()]).toEqual([...whole.library.programmes.keys()])
  const strip = ({ version: _, ...rest }: object & { version: string }) => rest
  expect([...put.library.programmes.values()].map(strip)).toEqual(
    [...whole.library.programmes.values()].map(strip),
  )
})
