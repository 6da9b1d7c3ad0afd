import '../../text/area/sandbox.js'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import type { EditorHandle } from '../../ui/programme-editor/programme-editor.js'
import { moveNumber, type Parameter } from './moving.js'

interface NumbersProps {
  readonly parameters: readonly Parameter[]
  /** The text that they were found in, and the text as it is now. */
  readonly of: string
  readonly text: string
  readonly editor: RefObject<EditorHandle | null>
}

/** Thresholds, caps and amounts as sliders: what is dragged here is written in the text. */
export function Numbers({ parameters: found, of, text, editor }: NumbersProps) {
  const { t } = useText()
  const [parameters, setParameters] = useState(found)
  // The text as these sliders left it: an answer of an older one would turn them back.
  const own = useRef(of)
  useEffect(() => {
    if (of !== text) return
    own.current = text
    setParameters(found)
  }, [found, of, text])
  const move = (index: number, value: number) => {
    const before = parameters[index]
    if (!before || !Number.isFinite(value) || value < 0 || own.current !== text) return
    const { piece, parameters: after } = moveNumber(parameters, index, value)
    own.current = text.slice(0, before.from) + piece + text.slice(before.to)
    setParameters(after)
    editor.current?.put(before.from, before.to, piece)
  }
  const stale = own.current !== text && of !== text
  return (
    <section className="card stack tight" aria-labelledby="numbers-title">
      <h2 id="numbers-title" className="card-title">
        {t('sandbox.numbers')}
      </h2>
      {parameters.length === 0 && <p className="muted">{t('sandbox.numbers.none')}</p>}
      <ul className="sandbox-numbers">
        {keyed(parameters, ({ kind, label }) => `${kind} ${label}`).map(({ key, item }, i) => (
          <li key={key}>
            <Slider parameter={item} disabled={stale} onMove={(value) => move(i, value)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Slider({
  parameter,
  disabled,
  onMove,
}: {
  readonly parameter: Parameter
  readonly disabled: boolean
  readonly onMove: (value: number) => void
}) {
  const { t } = useText()
  const id = useId()
  const { kind, label, value, unit, min, max, step } = parameter
  return (
    <div className="sandbox-slider">
      <label htmlFor={id} className="small">
        <span className="tag">{t(`sandbox.kind.${kind}`)}</span> {label}
      </label>
      <input
        type="range"
        aria-label={`${label}（${unit}）`}
        min={min}
        max={Math.max(max, value)}
        step={step}
        value={value}
        disabled={disabled}
        onChange={({ target }) => onMove(target.valueAsNumber)}
      />
      <span className="with-unit">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          className="input"
          min={min}
          step="any"
          value={value}
          disabled={disabled}
          onChange={({ target }) => onMove(target.valueAsNumber)}
        />
        <span className="unit">{unit}</span>
      </span>
    </div>
  )
}
