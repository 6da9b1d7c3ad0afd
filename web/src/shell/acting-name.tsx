import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '../text/use-text.js'
import { currentPreferences, setPreferences, usePreferences } from '../ui/preferences.js'
import { SAMPLE_NAMES } from './sample-names.js'

const OTHER = '*'

/** Who acts in the present role: chosen among invented people in the demonstration, else written. */
export function ActingName({ demo }: { readonly demo: boolean }) {
  const { t } = useText()
  const { role, names } = usePreferences()
  const queries = useQueryClient()
  const name = names[role]
  const samples = demo ? SAMPLE_NAMES[role] : []
  const [writing, setWriting] = useState(false)
  const keep = (value: string) => {
    setPreferences({ names: { ...currentPreferences().names, [role]: value.trim() } })
    queries.invalidateQueries()
  }
  const [first] = samples
  useEffect(() => {
    if (name !== undefined || first === undefined) return
    setPreferences({ names: { ...currentPreferences().names, [role]: first } })
  }, [name, first, role])
  const free = samples.length === 0 || writing || (name !== undefined && !samples.includes(name))
  if (free) return <NameField key={role} name={name ?? ''} onKeep={keep} onDone={() => setWriting(false)} />
  return (
    <label>
      <span className="role-name">{t('role.name')}</span>
      <select
        value={name ?? first}
        onChange={({ target: { value } }) => (value === OTHER ? setWriting(true) : keep(value))}
      >
        {samples.map((sample) => (
          <option key={sample} value={sample}>
            {sample}
          </option>
        ))}
        <option value={OTHER}>{t('role.name.other')}</option>
      </select>
    </label>
  )
}

interface NameFieldProps {
  readonly name: string
  readonly onKeep: (name: string) => void
  readonly onDone: () => void
}

/** Kept when the reader leaves the field: who acts should not change with every key. */
function NameField({ name, onKeep, onDone }: NameFieldProps) {
  const { t } = useText()
  const [text, setText] = useState(name)
  const done = () => {
    if (text.trim() !== name) onKeep(text)
    onDone()
  }
  return (
    <label>
      <span className="role-name">{t('role.name')}</span>
      <input
        value={text}
        maxLength={60}
        placeholder={t('role.name')}
        autoComplete="name"
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
        }}
      />
    </label>
  )
}
