import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })

/** One way of writing for all: full width, ligatures, capitals and traditional characters fold into the plain ones. */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase())
}
