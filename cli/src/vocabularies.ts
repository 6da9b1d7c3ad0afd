import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { joinVocabularies, type Vocabulary } from '@kehui/domain/matching'
import { readVocabulary } from '@kehui/domain/packs'
import { RefusedError } from './output.js'
import { readPacks } from './pack-files.js'

/** The words of the packs that are named and of those they extend; of all shipped ones where none is. */
export function readVocabularies(packs: readonly string[]): Vocabulary {
  const folders = readPacks(packs).files.flatMap(({ path }) =>
    /(^|[\\/])pack\.yaml$/.test(path) ? [dirname(path)] : [],
  )
  const files = folders.map((folder) => join(folder, 'vocabulary.yaml')).filter((path) => existsSync(path))
  return joinVocabularies(
    files.map((path) => {
      const read = readVocabulary({ path, text: readFileSync(path, 'utf8') })
      if (read.ok) return read.vocabulary
      const told = read.diagnostics.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`)
      throw new RefusedError(told.join('\n'))
    }),
  )
}
