/** A text as it is searched, each of its characters with the place in the original from which it comes. */
export interface Normal {
  readonly text: string
  readonly at: readonly number[]
}

const BRACKETS = /[〔〕【】〖〗［］（）()[\]{}｛｝《》〈〉「」『』“”‘’"'`]/u
const HAN = /\p{Script=Han}/u

/**
 * Width, case, brackets and the spaces around Chinese characters make no difference: 国科发政〔2017〕115号 is
 * found by 国科发政[2017] 115 号.
 */
export function normalise(original: string): Normal {
  const characters: string[] = []
  const at: number[] = []
  let offset = 0
  for (const character of original) {
    const plain = BRACKETS.test(character) ? ' ' : character.normalize('NFKC').toLowerCase()
    for (const one of plain) {
      characters.push(/\s/u.test(one) ? ' ' : one)
      at.push(offset)
    }
    offset += character.length
  }
  const kept = characters.flatMap((character, i) => {
    if (character !== ' ') return [i]
    const [before, after] = [characters[i - 1], characters[i + 1]]
    const isNeeded = before !== undefined && after !== undefined && after !== ' '
    return isNeeded && !HAN.test(neighbour(characters, i, -1)) && !HAN.test(after) ? [i] : []
  })
  // Characters outside the basic plane take two places in a text: so do their origins.
  return {
    text: kept.map((i) => characters[i] ?? '').join(''),
    at: kept.flatMap((i) =>
      Array.from(characters[i] ?? '', () => at[i] ?? 0).flatMap((place) => spread(characters[i], place)),
    ),
  }
}

function spread(character: string | undefined, place: number): number[] {
  return Array.from({ length: character?.length ?? 1 }, () => place)
}

/** The nearest character on a side that is no space. */
function neighbour(characters: readonly string[], from: number, step: -1 | 1): string {
  for (let i = from + step; i >= 0 && i < characters.length; i += step) {
    const character = characters[i]
    if (character !== undefined && character !== ' ') return character
  }
  return ''
}

/** Words, and Chinese characters two by two: there are no spaces between them to part words by. */
export function piecesOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[\p{L}\p{N}&+.%-]+/gu) ?? []
  return runs.flatMap((run) => {
    const characters = Array.from(run)
    if (!HAN.test(run) || characters.length <= 2) return [run]
    return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
  })
}
