import { describe, expect, it } from 'vitest'
import { batched, interpreted } from './testing-decisions.js'
import { FOUND, foundCase } from './testing-found.js'

describe('disagreements that were found once', () => {
  it.each(FOUND)('%s', (_, sketch, subject, decision) => {
    const { program, who } = foundCase(sketch, subject)
    expect(interpreted(program, who)).toEqual([[decision]])
    expect(batched(program, who)).toEqual([[decision]])
    expect(batched(program, who, { simd: false })).toEqual([[decision]])
  })
})
