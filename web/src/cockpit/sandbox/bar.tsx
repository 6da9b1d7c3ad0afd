/** A share as a bar; the number stands beside it, so the picture says nothing of its own. */
export function Bar({ share, faint = false }: { readonly share: number; readonly faint?: boolean }) {
  const width = Math.max(0, Math.min(100, share * 100))
  return (
    <svg className="sandbox-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="whole" width="100" height="4" />
      <rect className={faint ? 'part faint' : 'part'} width={width} height="4" />
    </svg>
  )
}
