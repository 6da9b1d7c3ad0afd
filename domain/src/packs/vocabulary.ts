import type { Vocabulary } from '../matching/analyse/index.js'
import type { Diagnostic } from '../shared/diagnostic.js'
import { Reader, type YamlNode } from './reader.js'
import type { PackSource } from './source-files.js'

export type ReadVocabulary =
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * The `vocabulary.yaml` of a pack: `terms`, and groups of what means the `same`, the first of each being what all of
 * them count as.
 */
export function readVocabulary({ path, text }: PackSource): ReadVocabulary {
  const reader = new Reader(path, text)
  if (reader.root === null) return { ok: false, diagnostics: reader.diagnostics }
  const fields = reader.fields(reader.root, 'A vocabulary', ['terms', 'same'])
  const terms = fields.strings('terms')
  const same = groupsIn(reader, fields.items('same'))
  const { diagnostics } = reader
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, vocabulary: { terms, same } }
}

function groupsIn(reader: Reader, nodes: readonly YamlNode[]): string[][] {
  const seen = new Set<string>()
  return nodes.map((node) => {
    const words = reader.items(node, 'A group').flatMap((item) => {
      const word = reader.scalar(item, 'A word')
      if (word === null) return []
      if (seen.has(word))
        reader.refuse(item, 'vocabulary.twice', `“${word}” already stands in a group; keep one`)
      seen.add(word)
      return [word]
    })
    if (words.length < 2) reader.refuse(node, 'vocabulary.alone', 'A group has two words or more')
    return words
  })
}
