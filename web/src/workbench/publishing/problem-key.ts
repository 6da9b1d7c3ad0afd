import '../../text/area/publishing.js'
import type { MessageKey } from '../../text/messages.js'

const KEYS = [
  'problem.yaml.option',
  'problem.yaml.missing',
  'problem.yaml.kind',
  'problem.yaml.unknown-key',
  'problem.yaml.syntax',
  'problem.yaml.date',
  'problem.yaml.link',
  'problem.yaml.empty',
  'problem.yaml',
  'problem.programme.twice',
  'problem.programme.excludes',
  'problem.programme',
  'problem.expression',
  'problem.draft.other-id',
  'problem.example.expectation',
  'problem.example.uncovered',
  'problem.example.none',
  'problem.example',
  'problem.facts',
] as const satisfies readonly MessageKey[]

/** What kind of mistake a code stands for, in the reader's words: its own, else those of its family. */
export function problemKey(code: string): MessageKey {
  const [family = ''] = code.split('.')
  return (
    KEYS.find((key) => key === `problem.${code}`) ??
    KEYS.find((key) => key === `problem.${family}`) ??
    'problem.other'
  )
}

/** Which threshold lacks examples, and on which side, as the message of the check says it. */
export function uncoveredSides(message: string): { key: MessageKey; threshold: string } | null {
  const [, sides, threshold] =
    /no example stands (at and one unit short of|at|one unit short of) “(.*)”$/.exec(message) ?? []
  if (threshold === undefined) return null
  const key =
    sides === 'at'
      ? 'problem.uncovered.at'
      : sides === 'one unit short of'
        ? 'problem.uncovered.short'
        : 'problem.uncovered.both'
  return { key, threshold }
}
