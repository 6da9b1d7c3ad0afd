import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { TextField } from '../../ui/text-field.js'
import { CheckedOnly } from './checked-only.js'
import { type IndicatorSearch, MOST_PLACES } from './search.js'
import { spanWords } from './words.js'

const route = getRouteApi('/cockpit/indicators')
type Places = IndicatorComparison['places']
/** More are found by name. */
const LISTED = 24

function useChange(): (more: Partial<IndicatorSearch>) => void {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (more) => void navigate({ search: { ...search, ...more }, resetScroll: false, replace: true })
}

/** Unit and kind of period, and which places are compared. */
export function Controls({
  found,
  chosen,
}: {
  readonly found: IndicatorComparison
  readonly chosen: Places
}) {
  const { t } = useText()
  const change = useChange()
  const option = (name: string, count: number) => t('compare.option', { name, count })
  return (
    <section className="card stack" aria-label={t('compare.places')}>
      <div className="indicator-controls">
        {found.units.length > 1 && (
          <Choice
            label={t('compare.unit')}
            hint={t('compare.unit.hint')}
            value={found.unit ?? ''}
            options={found.units.map(({ unit, figures }) => [unit, option(unit, figures)])}
            onChange={(unit) => change({ unit, span: undefined, place: undefined, period: undefined })}
          />
        )}
        {found.spans.length > 0 && (
          <Choice
            label={t('compare.span')}
            hint={t('compare.span.hint')}
            value={found.span ?? ''}
            options={found.spans.map(({ span, figures }) => [span, option(spanWords(span, t), figures)])}
            onChange={(span) => change({ span, period: undefined })}
          />
        )}
        <CheckedOnly />
      </div>
      {found.places.length > 1 && <PlaceChoice places={found.places} chosen={chosen} />}
    </section>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

export function Choice({ label, hint, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={id}
        className="input"
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function PlaceChoice({ places, chosen }: { readonly places: Places; readonly chosen: Places }) {
  const { t } = useText()
  const change = useChange()
  const [wanted, setWanted] = useState('')
  const names = chosen.map(({ place }) => place)
  const full = names.length >= MOST_PLACES
  const matching = places.filter(({ place }) => place.includes(wanted.trim()))
  // What is chosen stays in sight, whatever is looked for.
  const listed = [...chosen, ...matching.filter(({ place }) => !names.includes(place))].slice(0, LISTED)
  const toggle = (place: string) => {
    const next = names.includes(place) ? names.filter((one) => one !== place) : [...names, place]
    if (next.length > 0 && next.length <= MOST_PLACES) change({ place: next })
  }
  return (
    <fieldset className="stack tight">
      <legend>{t('compare.choose', { most: MOST_PLACES })}</legend>
      <p className="muted small" role="status">
        {full && places.length > MOST_PLACES
          ? t('compare.choose.full', { most: MOST_PLACES })
          : t('compare.choose.count', { count: names.length, total: places.length })}
      </p>
      {places.length > LISTED && (
        <TextField
          id="place-find"
          label={t('compare.choose.find')}
          value={wanted}
          onChange={setWanted}
          error={undefined}
        />
      )}
      <div className="choices">
        {listed.map(({ place }) => {
          const on = names.includes(place)
          return (
            <label key={place} className={`choice${on ? ' chosen' : ''}`}>
              <input
                type="checkbox"
                checked={on}
                aria-disabled={(!on && full) || (on && names.length === 1)}
                onChange={() => toggle(place)}
              />
              {place || '–'}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
