import { Converter } from 'opencc-js/t2cn'

const converter = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/** Traditional characters as simplified ones, each by itself: 龍騰 is 龙腾, whatever stands beside it. */
export function simplified(text: string): string {
  let result = ''
  for (const character of text) result += simplifiedCharacter(character)
  return result
}

function simplifiedCharacter(character: string): string {
  if (character < '\u3400') return character
  const found = known.get(character)
  if (found !== undefined) return found
  // Some variants lead to a form that has a simplified one itself.
  const simple = converter(converter(character))
  known.set(character, simple)
  return simple
}
