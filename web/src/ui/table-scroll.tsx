import { type ReactNode, useEffect, useRef } from 'react'

/** A table that may be wider than the screen: where it is, the keyboard reaches it and its arrow keys scroll it. */
export function TableScroll({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const fit = () => {
      if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0')
      else element.removeAttribute('tabindex')
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="table-scroll">
      {children}
    </div>
  )
}
