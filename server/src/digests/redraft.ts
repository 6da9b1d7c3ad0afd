import { mergeDraft } from '@kehui/domain/ingest/digest'
import type { AppContext } from '../context.js'
import { drafted, sourceKey, stored } from './draft.js'
import type { DigestSource, Redraft, Redrafted } from './schema.js'
import type { DigestContent } from './store.js'

interface Anew {
  readonly content: DigestContent
  readonly summary: Redrafted['summary']
}

/** Drafted anew of what is chosen by now; what people did to it stays. */
export async function redraftOf(
  context: AppContext,
  region: number,
  before: readonly DigestSource[],
  { sections, picks, checked = false }: Redraft,
): Promise<Anew> {
  const next = await drafted(context, region, { picks, checked })
  const all = new Map(before.map((source) => [sourceKey(source), source]))
  for (const source of next.sources)
    if (!all.has(sourceKey(source))) all.set(sourceKey(source), { ...source, n: all.size + 1 })
  const numbers = new Map(next.sources.map((source) => [source.n, all.get(sourceKey(source))?.n ?? source.n]))
  const renumbered = next.sections.map((section) => ({
    ...section,
    statements: section.statements.map((one) => ({
      ...one,
      sources: one.sources.map((n) => numbers.get(n) ?? n),
    })),
  }))
  const merged = mergeDraft(sections, renumbered)
  return {
    content: { ...cited(stored([...merged.sections]), [...all.values()]), picks, checked },
    summary: { ...merged.summary },
  }
}

/** Only the sources that are cited, numbered in the order in which they come. */
function cited(
  sections: DigestContent['sections'],
  sources: readonly DigestSource[],
): Pick<DigestContent, 'sections' | 'sources'> {
  const order = [...new Set(sections.flatMap(({ statements }) => statements.flatMap((one) => one.sources)))]
  const numbers = new Map(order.map((n, i) => [n, i + 1]))
  return {
    sections: sections.map((section) => ({
      ...section,
      statements: section.statements.map((one) => ({
        ...one,
        sources: one.sources.map((n) => numbers.get(n) ?? n).sort((a, b) => a - b),
      })),
    })),
    sources: order.flatMap((n, i) => {
      const source = sources.find((one) => one.n === n)
      return source ? [{ ...source, n: i + 1 }] : []
    }),
  }
}
