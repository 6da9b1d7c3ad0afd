import { joinVocabularies, type Vocabulary } from '@kehui/domain/matching'
import { type PackSource, readVocabulary } from '@kehui/domain/packs'

/** The words of all packs; of a file that cannot be read, none: `kehui check` says what is wrong with it. */
export function vocabularyOf(files: readonly PackSource[]): Vocabulary {
  return joinVocabularies(
    files
      .filter(({ path }) => path.endsWith('/vocabulary.yaml'))
      .flatMap((file) => {
        const read = readVocabulary(file)
        return read.ok ? [read.vocabulary] : []
      }),
  )
}
