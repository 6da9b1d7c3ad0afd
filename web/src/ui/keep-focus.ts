/** The answer of the server reaches the page some frames after it came. */
const FRAMES = 20

/** Where what had the focus is about to leave the page, the reader goes on from the element that is named. */
export function keepFocus(id: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const active = document.activeElement
    const next = document.getElementById(id)
    const lost = active === null || active === document.body
    if (lost && next !== null) next.focus({ preventScroll: true })
    else if (frames > 0) keepFocus(id, frames - 1)
  })
}
