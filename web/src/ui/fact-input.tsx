import { useState } from 'react'
import { useText } from '../text/use-text.js'

/** What a fact's control needs to know of it. */
export interface AskedFact {
  readonly type: 'quantity' | 'yes-no' | 'choice' | 'place' | 'date'
  readonly unit?: string | null
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

interface FactInputProps {
  readonly id: string
  readonly fact: AskedFact
  readonly value: string
  readonly onChange: (value: string) => void
  readonly describedBy?: string
  readonly labelledBy: string
  readonly wrong: boolean
}

/** Other units of the same kind in which a person may think; the server converts, exactly. */
const ALSO_WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  元: ['万元', '元', '亿元'],
  万元: ['万元', '元', '亿元'],
  亿元: ['亿元', '万元', '元'],
}

export function unitsOf(unit: string): readonly string[] {
  return ALSO_WRITTEN_IN[unit] ?? [unit]
}

/** `520 万元` as the number typed and the unit chosen. */
export function splitQuantity(text: string, unit: string): readonly [string, string] {
  const units = unitsOf(unit)
  const found = [...units].sort((a, b) => b.length - a.length).find((name) => text.endsWith(name))
  if (found === undefined) return [text.trim(), units[0] ?? unit]
  return [text.slice(0, -found.length).trim(), found]
}

function Choices({ id, fact, value, onChange, labelledBy, describedBy, wrong }: FactInputProps) {
  const { t } = useText()
  const options =
    fact.type === 'yes-no'
      ? [
          { value: '是', label: t('answer.yes') },
          { value: '否', label: t('answer.no') },
        ]
      : (fact.options ?? [])
  if (options.length > 6) {
    return (
      <select
        id={id}
        className="input"
        value={value}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div
      id={id}
      className="choices"
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {options.map((option) => (
        <label key={option.value} className={`choice${option.value === value ? ' chosen' : ''}`}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}

function Quantity({ id, fact, value, onChange, labelledBy, describedBy, wrong }: FactInputProps) {
  const { t } = useText()
  const declared = fact.unit ?? ''
  const units = unitsOf(declared)
  const [number, given] = splitQuantity(value, declared)
  // Kept apart from the value, which is empty as long as no number is typed.
  const [unit, setUnit] = useState(given)
  const write = (typed: string, inUnit: string) => onChange(typed === '' ? '' : `${typed} ${inUnit}`)
  const input = (
    <input
      id={id}
      className="input number"
      inputMode="decimal"
      autoComplete="off"
      value={number}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={wrong}
      onChange={(event) => write(event.target.value.trim(), unit)}
    />
  )
  if (units.length === 1) {
    return (
      <span className="with-unit">
        {input}
        <span className="unit">{declared}</span>
      </span>
    )
  }
  return (
    <span className="input-row">
      {input}
      <select
        className="input unit-choice"
        aria-label={t('form.unit')}
        value={unit}
        onChange={(event) => {
          setUnit(event.target.value)
          write(number, event.target.value)
        }}
      >
        {units.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  )
}

/** One fact's control, by its kind. Its value is always the text that a person would write. */
export function FactInput(props: FactInputProps) {
  const { id, fact, value, onChange, labelledBy, describedBy, wrong } = props
  if (fact.type === 'yes-no' || fact.type === 'choice') return <Choices {...props} />
  if (fact.type === 'quantity') return <Quantity {...props} />
  return (
    <input
      id={id}
      className="input"
      type={fact.type === 'date' ? 'date' : 'text'}
      autoComplete="off"
      value={value}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={wrong}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
