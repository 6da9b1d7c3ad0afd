import type { KeyboardEvent } from 'react'
import { describedBy, FieldFrame, type FieldProps } from './field-frame.js'

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

export function TextField({ value, onChange, onKeyDown, autoComplete = 'off', ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        id={field.id}
        className="input"
        value={value}
        autoComplete={autoComplete}
        aria-invalid={field.error !== undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </FieldFrame>
  )
}
