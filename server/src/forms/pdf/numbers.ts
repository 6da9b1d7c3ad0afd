/** `44`, or `24–74` while it is open. */
export function pointsRange({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min}–${max}`
}

/** Fen as yuan: `300,000` or `300,000–1,000,000` 元. */
export function amountRange({ min, max }: { readonly min: string; readonly max: string }): string {
  const [low, high] = [yuan(min), yuan(max)]
  return `${low === high ? low : `${low}–${high}`} 元`
}

function yuan(fen: string): string {
  const digits = fen.padStart(3, '0')
  const cents = digits.slice(-2)
  return digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') + (cents === '00' ? '' : `.${cents}`)
}
