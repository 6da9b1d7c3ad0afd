import type { ReactNode } from 'react'
import { useText } from '../text/use-text.js'

export interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
}

/** What a control names as its description: its error and its hint, where there are any. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

/** A control's label, hint and error, the same around every control. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <div className={`field${error ? ' wrong' : ''}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted small">（{t('common.optional')}）</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  )
}
