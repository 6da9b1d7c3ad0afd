import { expect, test } from 'vitest'
import { problemKey, uncoveredSides } from './problem-key.js'

test('a code is told by its own words, else by those of its family', () => {
  expect(problemKey('yaml.option')).toBe('problem.yaml.option')
  expect(problemKey('yaml.alias')).toBe('problem.yaml')
  expect(problemKey('facts.unknown')).toBe('problem.facts')
  expect(problemKey('something.else')).toBe('problem.other')
})

test('which side of a threshold lacks an example is read from the check', () => {
  const told = (sides: string) => uncoveredSides(`demo.one: no example stands ${sides} “职工总数 <= 500 人”`)
  expect(told('at')).toEqual({ key: 'problem.uncovered.at', threshold: '职工总数 <= 500 人' })
  expect(told('one unit short of')?.key).toBe('problem.uncovered.short')
  expect(told('at and one unit short of')?.key).toBe('problem.uncovered.both')
  expect(uncoveredSides('something else')).toBeNull()
})
