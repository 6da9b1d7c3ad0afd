import type { Entry } from '@kehui/server/client'
import { useId } from 'react'
import { useText } from '../../text/use-text.js'
import { usePackage } from './package-context.js'
import { ReadingSignature } from './reading-signature.js'

/** Where the text can be read two ways: both are named, and either can be applied. */
export default function ReadingCard({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { readings, chooseReading } = usePackage()
  const id = useId()
  const open = entry.readings
  if (!open) return null
  const chosen = readings[entry.programme] ?? open.chosen
  return (
    <section className="card stack tight" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="card-title">
        {t('readings.title')}
      </h3>
      <p className="muted">{open.question}</p>
      <div className="choices" role="radiogroup" aria-labelledby={`${id}-title`}>
        {open.options.map((option) => (
          <label key={option.id} className={`choice${option.id === chosen ? ' chosen' : ''}`}>
            <input
              type="radio"
              name={id}
              checked={option.id === chosen}
              onChange={() => chooseReading(entry.programme, option.id)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <ReadingSignature signed={open.signed?.option === chosen ? open.signed : null} />
    </section>
  )
}
