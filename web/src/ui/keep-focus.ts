const HELD = 'data-holds-focus'

/** Until somebody says where the reader goes on. */
export function holdFocus(element: HTMLElement): void {
  element.setAttribute(HELD, '')
  element.addEventListener('blur', () => element.removeAttribute(HELD), { once: true })
  element.focus({ preventScroll: true })
}

/** The answer of the server reaches the page some frames after it came. */
const FRAMES = 20

/** Where what had the focus is about to leave the page, the reader goes on from the element that is named. */
export function keepFocus(id: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const active = document.activeElement
    const next = document.getElementById(id)
    const lost = active === null || active === document.body || active.hasAttribute(HELD)
    if (lost && next !== null) next.focus({ preventScroll: true })
    else if (frames > 0) keepFocus(id, frames - 1)
  })
}
