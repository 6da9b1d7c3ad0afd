import { useEffect, useRef } from 'react'

const ONE_COLUMN = '(max-width: 61.99rem)'

/** On a phone the list gives way to one entry, and is found again where it was left. */
export function useEntryScroll(entry: string | undefined): () => void {
  const listAt = useRef(0)
  const before = useRef(entry)
  useEffect(() => {
    if (before.current === entry) return
    before.current = entry
    const title = document.getElementById('entry-title')
    if (window.matchMedia(ONE_COLUMN).matches) {
      window.scrollTo(0, entry === undefined ? listAt.current : 0)
      if (entry !== undefined) title?.focus({ preventScroll: true })
    } else if (title && title.getBoundingClientRect().top < 0) {
      title.scrollIntoView({ block: 'center' })
    }
  }, [entry])
  return () => {
    listAt.current = window.scrollY
  }
}
