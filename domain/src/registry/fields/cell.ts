/**
 * One value as it is stored: a text, code, date (2026-03-01) or place (code); words; yes or no; a quantity as the
 * integer at the scale of its dimension (fen, millionths …), as a text where it passes 2^53.
 */
export type Cell = string | number | boolean | readonly string[]

export function integerCell(value: bigint): Cell {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

export function isSameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
