/** Characters that look like another and come from input methods, scans and office software. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'
    .split('')
    .map((c, i) => [c, ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][i] ?? ''] as const),
  ['：', ':'],
  ['∶', ':'],
  ['，', ','],
  ['（', '('],
  ['）', ')'],
  ['；', ';'],
  ['．', '.'],
  ['％', '%'],
  ['＋', '+'],
  ['－', '-'],
  ['—', '-'],
  ['–', '-'],
  ['−', '-'],
  ['×', '*'],
  ['✕', '*'],
  ['＊', '*'],
  ['÷', '/'],
  ['／', '/'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['≦', '<='],
  ['≧', '>='],
  ['［', '['],
  ['］', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['　', ' '],
  ['\u00a0', ' '],
  ['＆', 'and'],
  ['＠', '@'],
])

/** What to write instead of a look-alike, or undefined for a character that is what it seems. */
export function meantBy(character: string): string | undefined {
  const meant = MEANT.get(character)
  if (meant !== undefined) return meant
  const code = character.charCodeAt(0)
  return code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0) : undefined
}

/** The first look-alike of a text and where it stands. */
export function findLookAlike(
  text: string,
): { offset: number; character: string; meant: string } | undefined {
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset] ?? ''
    const meant = meantBy(character)
    if (meant !== undefined) return { offset, character, meant }
  }
  return undefined
}
