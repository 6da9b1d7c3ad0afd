import '../../text/area/assignment.js'
import type { RoundItem, RoundView } from '@kehui/server/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { TextField } from '../../ui/text-field.js'
import { FromFile } from './from-file.js'
import { FromRegistry } from './from-registry.js'
import type { RoundSettings } from './settings.js'

const KINDS = ['commissioner-village', 'expert-company', 'mentor-startup', 'other'] as const
const WAYS = ['stable', 'coverage'] as const
const FROM = ['file', 'registry'] as const

interface NewRoundProps {
  /** The confirmed round whose place it is to take. */
  readonly replaced: RoundItem | undefined
  readonly onClose: () => void
}

/** A new round: what it is called, how it is assigned, and where both sides come from. */
export function NewRound({ replaced, onClose }: NewRoundProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [settings, setSettings] = useState<RoundSettings>({
    title: replaced?.title ?? '',
    kind: replaced?.kind ?? 'commissioner-village',
    way: replaced?.way ?? 'stable',
    sameCounty: false,
    sharedField: false,
    ...(replaced ? { replaces: replaced.id } : {}),
  })
  const [from, setFrom] = useState<(typeof FROM)[number]>('file')
  const [titleError, setTitleError] = useState<string>()
  const change = (more: Partial<RoundSettings>) => setSettings({ ...settings, ...more })
  /** Whether all that both ways need is there. */
  const isWhole = () => {
    const wrong = settings.title.trim() === '' ? t('assignment.missing.title') : undefined
    setTitleError(wrong)
    if (wrong) document.getElementById('assignment-title')?.focus()
    return wrong === undefined
  }
  const onMade = async (round: RoundView) => {
    await queries.invalidateQueries({ queryKey: ['assignment-rounds'] })
    await navigate({ to: '/workbench/assignment/$round', params: { round: round.id } })
  }
  const close = async () => {
    await navigate({ to: '/workbench/assignment', search: {} })
    onClose()
  }
  const way = { settings, isWhole, onMade, onClose: () => void close() }
  return (
    <section className="card stack" aria-label={t('assignment.new')}>
      <h2 className="card-title">
        {replaced ? t('assignment.rerun-of', { title: replaced.title }) : t('assignment.new')}
      </h2>
      {replaced && <p className="muted">{t('assignment.rerun-of.lead')}</p>}
      <TextField
        id="assignment-title"
        label={t('assignment.name')}
        hint={t('assignment.name.hint')}
        value={settings.title}
        onChange={(title) => change({ title })}
        error={titleError}
      />
      <div className="assignment-two">
        <Choice
          legend={t('assignment.kind')}
          options={KINDS.map((value) => ({ value, label: t(`assignment.kind.${value}`) }))}
          value={settings.kind}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          legend={t('assignment.way')}
          options={WAYS.map((value) => ({
            value,
            label: t(`assignment.way.${value}`),
            hint: t(`assignment.way.${value}.hint`),
          }))}
          value={settings.way}
          onChange={(value) => change({ way: value })}
        />
      </div>
      <fieldset className="choices">
        <legend>{t('assignment.rules')}</legend>
        <Check
          label={t('assignment.same-county')}
          checked={settings.sameCounty}
          onChange={(sameCounty) => change({ sameCounty })}
        />
        <Check
          label={t('assignment.shared-field')}
          checked={settings.sharedField}
          onChange={(sharedField) => change({ sharedField })}
        />
      </fieldset>
      <Choice
        legend={t('assignment.from')}
        options={FROM.map((value) => ({ value, label: t(`assignment.from.${value}`) }))}
        value={from}
        onChange={setFrom}
      />
      {from === 'file' ? <FromFile {...way} /> : <FromRegistry {...way} />}
    </section>
  )
}

interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ legend, options, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one.value} className={`choice${one.value === value ? ' chosen' : ''}`}>
          <input
            type="radio"
            name={legend}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          <span>
            {one.label}
            {one.hint && <span className="muted small assignment-hint">{one.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className={`choice${checked ? ' chosen' : ''}`}>
      <input type="checkbox" checked={checked} onChange={() => onChange(!checked)} />
      {label}
    </label>
  )
}
