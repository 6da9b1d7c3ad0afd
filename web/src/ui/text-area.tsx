import type { KeyboardEvent } from 'react'
import { describedBy, FieldFrame, type FieldProps } from './field-frame.js'

interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly maxLength?: number
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** Several lines of text. */
export function TextArea({
  value,
  onChange,
  onKeyDown,
  rows = 4,
  maxLength = 2000,
  ...field
}: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      <textarea
        id={field.id}
        className="input"
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-invalid={field.error !== undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </FieldFrame>
  )
}
