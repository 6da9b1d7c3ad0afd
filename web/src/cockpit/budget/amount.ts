/** `12.5` in 万元 as fen; null for what is no amount, or is finer than a fen. */
export function fenOfWan(text: string): string | null {
  const [, whole = '', part = ''] =
    /^(\d{1,11})(?:\.(\d{1,6}))?$/.exec(text.normalize('NFKC').replaceAll(/[\s,]/g, '')) ?? []
  return whole === '' ? null : BigInt(whole + part.padEnd(6, '0')).toString()
}

/** Fen in 万元, every digit that is there. */
export function wanOfFen(fen: string): string {
  const digits = fen.padStart(7, '0')
  const part = digits.slice(-6).replace(/0+$/, '')
  return `${digits.slice(0, -6)}${part === '' ? '' : `.${part}`}`
}
