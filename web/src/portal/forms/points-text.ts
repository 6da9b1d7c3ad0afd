/** `44`, or `24–74` while figures are open. */
export function pointsText({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min}–${max}`
}
