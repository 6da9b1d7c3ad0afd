import type { Entry } from '@kehui/domain/packs/package'
import type { Trace } from '@kehui/domain/rules'
import { HttpError } from '../http/error.js'
import { type Asked, askPackage } from '../packages/ask.js'
import type { Condition, Standing } from './schema.js'

/** How the programme stands for the subject at this moment. */
export async function entryNow(
  context: Asked,
  subject: string,
  programme: string,
  lang: 'zh' | 'en',
): Promise<Entry | undefined> {
  const { can, later, needs, not } = await askPackage(context, subject, { lang })
  return [...can, ...later, ...needs, ...not].find((entry) => entry.programme === programme)
}

export function standingOf({ verdict, amountFen, settled, version }: Entry): Standing {
  return { verdict, amountFen: settled ? settled.amountFen : amountFen, version }
}

/** The condition of this text, anywhere in the answer. */
export function conditionOf(entry: Entry, text: string): Condition {
  const found = find(entry.trace.need, text)
  if (!found) throw new HttpError('objection.condition', { condition: text })
  return {
    text: found.text,
    label: found.label ?? null,
    actual: found.actual ?? null,
    required: found.required ?? null,
    verdict: found.verdict,
    article: found.cite?.article ?? null,
    facts: found.facts.map(({ key }) => key),
  }
}

function find(nodes: readonly Trace[], text: string): Trace | undefined {
  for (const node of nodes) {
    if (node.text === text) return node
    const below = find(node.children, text)
    if (below) return below
  }
  return undefined
}
