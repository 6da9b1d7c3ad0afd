export type MarkKind = 'yes' | 'no' | 'unknown' | 'moot'

/** Each verdict has a shape of its own, so that it is told apart without colour. The words beside it name it. */
export function VerdictMark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className={`mark ${kind}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {kind === 'yes' && (
        <>
          <circle cx="12" cy="12" r="10.5" fill="currentColor" />
          <path
            className="cut"
            d="m7 12.3 3.4 3.4L17 9"
            fill="none"
            strokeWidth="2.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {kind === 'no' && (
        <>
          <rect x="2" y="2" width="20" height="20" rx="4" fill="currentColor" />
          <path className="cut" d="m8 8 8 8m0-8-8 8" fill="none" strokeWidth="2.4" strokeLinecap="round" />
        </>
      )}
      {kind === 'unknown' && (
        <>
          <path
            d="M12 1.8 22.2 12 12 22.2 1.8 12Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeDasharray="3.1 2.2"
            strokeLinejoin="round"
          />
          <path
            d="M9.7 9.9c.2-1.3 1.1-2 2.4-2 1.4 0 2.4.8 2.4 2 0 1.7-2.3 1.8-2.3 3.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
          <circle cx="12.1" cy="16.1" r="1.15" fill="currentColor" />
        </>
      )}
      {kind === 'moot' && (
        <>
          <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M8 12h8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </>
      )}
    </svg>
  )
}
