import '../../text/area/duplicates.js'
import type { ActOnDuplicate, Duplicate } from '@kehui/server/client'
import { useId, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { TextField } from '../../ui/text-field.js'
import { Comparison } from './comparison.js'

interface PairCardProps {
  readonly pair: Duplicate
  readonly busy: boolean
  readonly onAct: (pair: Duplicate, body: ActOnDuplicate) => void
}

/** One pair: how alike it is, why, both sides, and what can be done with it. */
export function PairCard({ pair, busy, onAct }: PairCardProps) {
  const { t } = useText()
  const title = [pair.left?.name, pair.right?.name].filter((name) => name !== undefined).join(' / ')
  return (
    <article className="card stack pair" aria-label={title}>
      <p className="item-row">
        <span className="tag">{pair.kindName}</span>
        <b>{t(`duplicates.band.${pair.band}` as MessageKey)}</b>
        <span className="muted">{t('duplicates.score', { score: Math.floor(pair.score * 100) })}</span>
      </p>
      <Comparison pair={pair} />
      <section>
        <h3>{t('duplicates.why')}</h3>
        <ul className="reasons">
          {pair.reasons.map(({ text, points }) => (
            <li key={text}>
              <b aria-hidden="true">{points > 0 ? '＋' : '－'}</b> {text}
            </li>
          ))}
        </ul>
      </section>
      {pair.state === 'open' && <Decide pair={pair} busy={busy} onAct={onAct} />}
      {pair.state === 'merged' && <TakeBack pair={pair} busy={busy} onAct={onAct} />}
      {pair.state === 'apart' && (
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => onAct(pair, { action: 'reopen' })}
          >
            {t('duplicates.reopen')}
          </button>
        </p>
      )}
      <Steps pair={pair} />
    </article>
  )
}

function Decide({ pair, busy, onAct }: PairCardProps) {
  const { t } = useText()
  const id = useId()
  const [keep, setKeep] = useState(pair.keep)
  const sides = [
    { side: pair.left, label: t('duplicates.side.left') },
    { side: pair.right, label: t('duplicates.side.right') },
  ]
  return (
    <>
      <fieldset className="field">
        <legend>{t('duplicates.keep')}</legend>
        <div className="choices">
          {sides.map(
            ({ side, label }) =>
              side && (
                <label key={side.id} className={keep === side.id ? 'choice chosen' : 'choice'}>
                  <input
                    type="radio"
                    name={id}
                    checked={keep === side.id}
                    onChange={() => setKeep(side.id)}
                  />
                  {label}
                </label>
              ),
          )}
        </div>
      </fieldset>
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => onAct(pair, { action: 'merge', keep })}
        >
          {t('duplicates.merge')}{' '}
          <span className="key" aria-hidden="true">
            A
          </span>
        </button>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => onAct(pair, { action: 'keep-apart' })}
        >
          {t('duplicates.apart.do')}{' '}
          <span className="key" aria-hidden="true">
            R
          </span>
        </button>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => onAct(pair, { action: 'later' })}
        >
          {t('duplicates.later')}{' '}
          <span className="key" aria-hidden="true">
            S
          </span>
        </button>
      </p>
    </>
  )
}

function TakeBack({ pair, busy, onAct }: PairCardProps) {
  const { t } = useText()
  const id = useId()
  const [note, setNote] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onAct(pair, { action: 'undo', note })
      }}
    >
      <TextField id={id} label={t('duplicates.undo.why')} value={note} onChange={setNote} error={undefined} />
      <p className="actions">
        <button type="submit" className="button danger" disabled={busy || note.trim() === ''}>
          {t('duplicates.undo')}
        </button>
      </p>
    </form>
  )
}

function Steps({ pair: { steps } }: { readonly pair: Duplicate }) {
  const { t, lang } = useText()
  if (steps.length === 0) return null
  return (
    <details>
      <summary>{t('duplicates.steps')}</summary>
      <ol className="reasons">
        {steps.map(({ action, by, note, at }) => (
          <li key={`${at} ${action}`}>
            {localTime(at, lang)} {by} {t(`duplicates.step.${action}`)}
            {note && ` · ${note}`}
          </li>
        ))}
      </ol>
    </details>
  )
}
