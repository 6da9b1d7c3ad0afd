/** What is moved leaves the page for a moment and loses the focus: it is given back once it is there again. */
export function focusAfter(id: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  })
}
