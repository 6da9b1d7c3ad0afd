const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['∶', ':'],
  ['﹕', ':'],
  ['％', '%'],
  ['﹪', '%'],
  ['＋', '+'],
  ['﹢', '+'],
  ['－', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['～', '-'],
  ['〜', '-'],
  ['~', '-'],
  ['﹣', '-'],
  ['．', '.'],
  ['＆', '&'],
  ['／', '/'],
  ['(', '（'],
  [')', '）'],
  ['﹙', '（'],
  ['﹚', '）'],
  [';', '；'],
  ['｡', '。'],
  ['､', '、'],
  ['〇', '零'],
  ['○', '零'],
])

/**
 * What a UTF-16 unit is read as: full-width digits and letters, look-alikes and the radicals that PDF files hold in
 * place of characters. Always one unit for one, so that places in the folded text are places in the original.
 */
export function fold(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80 && code !== 0x28 && code !== 0x29 && code !== 0x3b && code !== 0x7e) return character
  if (code >= 0x4e00 && code <= 0x9fff) return character
  const known = LOOK_ALIKES.get(character)
  if (known !== undefined) return known
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0)
  if (code >= 0x2e80 && code <= 0x2fdf) {
    const plain = character.normalize('NFKC')
    return plain.length === 1 ? plain : character
  }
  return character
}

/** Columns that a text takes in a fixed-width font: two for a Chinese character, one for a letter. */
export function displayWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0x2000 ? 2 : 1
  return width
}
