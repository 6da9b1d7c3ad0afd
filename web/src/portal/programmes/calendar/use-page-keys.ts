import { type RefObject, useEffect, useRef } from 'react'

/** Page Up and Page Down turn a month while the focus is inside what the reference is given to. */
export function usePageKeys(onTurn: (by: -1 | 1) => void): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = region.current
    if (!element) return
    const turn = (event: KeyboardEvent) => {
      if (event.key !== 'PageUp' && event.key !== 'PageDown') return
      event.preventDefault()
      onTurn(event.key === 'PageUp' ? -1 : 1)
    }
    element.addEventListener('keydown', turn)
    return () => element.removeEventListener('keydown', turn)
  }, [onTurn])
  return region
}
