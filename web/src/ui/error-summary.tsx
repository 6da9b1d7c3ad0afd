import { useEffect, useRef } from 'react'
import { useText } from '../text/use-text.js'

export interface FieldError {
  /** The id of the field that the message is about. */
  readonly field: string
  readonly message: string
}

/** All that must be corrected, on top of the form and focused, in the words that stand beside each field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const { t } = useText()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={ref} className="error-summary stack tight" tabIndex={-1} role="alert">
      <h2>{t('form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A link into the page would also change the address, which here holds what is shown. */
function focusField(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault()
  const target = document.getElementById(field)
  const control = target?.matches('input, select, textarea')
    ? target
    : target?.querySelector('input, select, textarea')
  if (control instanceof HTMLElement) control.focus()
}
