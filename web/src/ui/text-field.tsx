import { useText } from '../text/use-text.js'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly autoComplete?: string
}

export function TextField({
  id,
  label,
  value,
  onChange,
  hint,
  error,
  optional = false,
  autoComplete = 'off',
}: TextFieldProps) {
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
      <input
        id={id}
        className="input"
        value={value}
        autoComplete={autoComplete}
        aria-invalid={error !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
