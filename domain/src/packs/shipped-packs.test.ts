import { describe, expect, it } from 'vitest'
import { checkExamples } from './check.js'
import { libraryOf, packFiles, packIds } from './testing.js'

const library = libraryOf(packFiles(...packIds()))

describe('the packs of this repository', () => {
  it.each(packIds())('%s: every example comes out, every threshold has both sides', (id) => {
    const { programmes, failures, uncovered } = checkExamples(library, { packs: [id] })
    expect(programmes).toBeGreaterThan(0)
    expect([...failures, ...uncovered].map((d) => `${d.file}:${d.line} ${d.message}`)).toEqual([])
  })

  it('say everything in English too', () => {
    const lacking = [...library.programmes.values()].filter((p) => !p.title.en || !p.summary?.en)
    const unasked = [...library.facts.values()].filter((f) => f.derived === null && !f.ask.en)
    expect([...lacking.map((p) => p.id), ...unasked.map((f) => f.name)]).toEqual([])
  })

  it('show every mode and benefit in the sample city', () => {
    const sample = [...library.programmes.values()].filter((p) => p.pack === 'demo')
    expect(new Set(sample.map((p) => p.mode)).size).toBe(8)
    expect(new Set(sample.map((p) => p.benefit)).size).toBe(8)
  })
})
