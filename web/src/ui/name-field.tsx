import { useText } from '../text/use-text.js'
import { setPreferences, usePreferences } from './preferences.js'
import { TextField } from './text-field.js'

/** Who acts in the present role, as this browser remembers it. */
export function useActingName(): { readonly name: string; readonly keepName: (name: string) => void } {
  const { role, names } = usePreferences()
  return {
    name: names[role] ?? '',
    keepName: (name) => setPreferences({ names: { ...names, [role]: name.trim() } }),
  }
}

interface NameFieldProps {
  readonly id: string
  readonly label?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** Asked wherever a person stands by what is done. */
export function NameField({ id, label, value, onChange, error }: NameFieldProps) {
  const { t } = useText()
  return (
    <TextField
      id={id}
      label={label ?? t('objection.acting-name')}
      value={value}
      onChange={onChange}
      error={error}
      autoComplete="name"
    />
  )
}
