import { useEffect } from 'react'
import { holdFocus } from '../ui/keep-focus.js'

/** What had the focus, and all that it stood in, the nearest first. */
function chainOf(element: Element, root: Element): readonly Element[] {
  const chain: Element[] = []
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) chain.push(at)
  return [...chain, root]
}

function focusOn(element: Element): void {
  if (!(element instanceof HTMLElement)) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  holdFocus(element)
}

/**
 * What a press takes away (a form that was saved, a step that was taken, the page before) takes the focus with it,
 * and the browser puts it nowhere: who works by keyboard, or hears the page, goes on from what it stood in.
 */
export function watchFocus(root: Element): () => void {
  let chain: readonly Element[] = []
  const remember = (target: unknown) => {
    if (target instanceof Element) chain = root.contains(target) ? chainOf(target, root) : []
  }
  const onFocus = ({ target }: FocusEvent) => remember(target)
  // The first page may have given the focus to a field of its own before this began.
  remember(document.activeElement)
  const observer = new MutationObserver(() => {
    const [last] = chain
    const lost = document.activeElement === null || document.activeElement === document.body
    if (!lost || last === undefined || last.isConnected) return
    const next = chain.find((element) => element.isConnected)
    if (next) focusOn(next)
  })
  document.addEventListener('focusin', onFocus)
  observer.observe(root, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}

export function useFocusKeeper(id: string): void {
  useEffect(() => {
    const root = document.getElementById(id)
    return root === null ? undefined : watchFocus(root)
  }, [id])
}
