const FEN_A_WAN = 1_000_000n
const DECIMALS = 6

/** Money in 万元 as people write it, exactly; '' for none. */
export function wanOf(fen: string | null): string {
  if (fen === null) return ''
  const whole = BigInt(fen)
  const rest = (whole % FEN_A_WAN).toString().padStart(DECIMALS, '0').replace(/0+$/, '')
  return `${whole / FEN_A_WAN}${rest === '' ? '' : `.${rest}`}`
}

/** Integer fen as text; null where nothing is written, undefined where it is no amount above zero. */
export function fenOf(wan: string): string | null | undefined {
  const text = wan
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/万元?$/, '')
  if (text === '') return null
  const found = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  if (!found) return undefined
  const fen = BigInt(found[1] ?? '0') * FEN_A_WAN + BigInt((found[2] ?? '').padEnd(DECIMALS, '0'))
  return fen > 0n ? fen.toString() : undefined
}
