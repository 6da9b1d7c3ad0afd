import '../../text/area/library.js'
import type { FacetOption, ProgrammeList } from '@kehui/server/client'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { optionLabel } from './option-label.js'
import { FILTER_NAMES, type FilterName, type Filters } from './search-params.js'

interface FiltersProps {
  readonly filters: Filters
  readonly facets: ProgrammeList['facets'] | undefined
  readonly onChange: (change: Filters) => void
}

interface FilterProps {
  readonly name: FilterName
  readonly value: string | undefined
  readonly options: readonly FacetOption[]
  readonly onChange: (change: Filters) => void
}

/** A filter lives in the address, so that a list can be kept, sent on and gone back to. */
function Filter({ name, value, options, onChange }: FilterProps) {
  const { t } = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t(`library.${name}`)}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value || undefined })}
      >
        <option value="">{t('common.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {t('library.option', { label: optionLabel(t, name, option), count: option.count })}
          </option>
        ))}
      </select>
    </div>
  )
}

const WIDE = '(min-width: 62rem)'

/** All filters with what each option would leave; on a phone they are folded away until they are wanted. */
export function FilterPanel({ filters, facets, onChange }: FiltersProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(() => window.matchMedia(WIDE).matches)
  const chosen = FILTER_NAMES.filter((name) => filters[name] !== undefined).length
  return (
    <details
      className="card filter-panel"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{chosen === 0 ? t('library.filters') : t('library.filters.count', { count: chosen })}</h2>
      </summary>
      <div className="filters">
        {FILTER_NAMES.map((name) => (
          <Filter
            key={name}
            name={name}
            value={filters[name]}
            options={facets?.[name] ?? []}
            onChange={onChange}
          />
        ))}
      </div>
    </details>
  )
}

/** What is chosen, each to be taken back with one touch. */
export function FilterChips({ filters, facets, onChange }: FiltersProps) {
  const { t } = useText()
  const chips = FILTER_NAMES.flatMap((name) => {
    const value = filters[name]
    const option = facets?.[name].find((one) => one.value === value)
    return value === undefined
      ? []
      : [{ name, value: optionLabel(t, name, { value, label: option?.label ?? value }) }]
  })
  if (chips.length === 0) return null
  const clear = Object.fromEntries(FILTER_NAMES.map((name) => [name, undefined]))
  return (
    <ul className="chips">
      {chips.map(({ name, value }) => (
        <li key={name}>
          <button
            type="button"
            className="chip"
            aria-label={t('library.filter.remove', { name: t(`library.${name}`), value })}
            onClick={() => onChange({ [name]: undefined })}
          >
            <span className="muted">{t(`library.${name}`)}</span> {value}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="button plain" onClick={() => onChange(clear)}>
            {t('library.clear')}
          </button>
        </li>
      )}
    </ul>
  )
}
