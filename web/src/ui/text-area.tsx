import { useText } from '../text/use-text.js'

interface TextAreaProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly maxLength?: number
}

/** Several lines of text, with its label, hint and error as every other field has them. */
export function TextArea({
  id,
  label,
  value,
  onChange,
  rows = 4,
  hint,
  error,
  optional = false,
  maxLength = 2000,
}: TextAreaProps) {
  const { t } = useText()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
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
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-invalid={error !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
