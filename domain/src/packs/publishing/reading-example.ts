import { type Static, Type } from 'typebox'
import { evaluate } from '../../rules/answer/evaluate.js'
import type { Example, Library, Programme } from '../../rules/programme.js'
import { AmountFen, Verdict } from '../../rules/result.js'
import { parseDay } from '../../shared/day.js'
import { subjectOf } from '../check.js'

const Answer = Type.Object({ verdict: Verdict, amountFen: Type.Union([AmountFen, Type.Null()]) })
type Answer = Static<typeof Answer>

/** One worked case under every option of a reading: what signing one or the other comes to. */
export const ReadingExample = Type.Object({
  name: Type.String(),
  answers: Type.Record(Type.String(), Answer),
})
export type ReadingExample = Static<typeof ReadingExample>

/** The first of the programme's own examples that the options answer differently; null where none does. */
export function readingExample(library: Library, programme: Programme): ReadingExample | null {
  const options = [...(programme.readings?.options.keys() ?? [])]
  for (const example of programme.examples) {
    const answers = options.flatMap((option) => {
      const answer = answerUnder(library, programme, example, option)
      return answer ? [[option, answer] as const] : []
    })
    const different = new Set(answers.map(([, answer]) => JSON.stringify(answer)))
    if (answers.length === options.length && different.size > 1)
      return { name: example.name, answers: Object.fromEntries(answers) }
  }
  return null
}

function answerUnder(
  library: Library,
  programme: Programme,
  example: Example,
  option: string,
): Answer | null {
  const made = subjectOf(library, programme, example)
  if ('problems' in made || parseDay(example.on) === undefined) return null
  const question = { on: example.on, programmes: [programme.id], reading: option, nearest: false }
  const [result] = evaluate(library, made.subject, question)
  return result ? { verdict: result.verdict, amountFen: result.amountFen } : null
}
