import { basename } from 'node:path'
import { joinVocabularies, type Vocabulary } from '@kehui/domain/matching'
import { readVocabulary } from '@kehui/domain/packs'
import { RefusedError } from './output.js'
import { readPacks } from './pack-files.js'

/** The words of the packs that are named and of those they extend; of all shipped ones where none is. */
export function readVocabularies(packs: readonly string[]): Vocabulary {
  const files = readPacks(packs).files.filter(({ path }) => basename(path) === 'vocabulary.yaml')
  return joinVocabularies(
    files.map((file) => {
      const read = readVocabulary(file)
      if (read.ok) return read.vocabulary
      const told = read.diagnostics.map(
        ({ line, column, message }) => `${file.path}:${line}:${column} ${message}`,
      )
      throw new RefusedError(told.join('\n'))
    }),
  )
}
