import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'
import { useRoundStep } from './use-round-steps.js'

const WAYS = ['stable', 'coverage'] as const
const KEEPS = ['ties', 'some', 'most'] as const

/** Computes a round, and says how. */
export function Compute({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const id = useId()
  const [way, setWay] = useState(round.way)
  const [keep, setKeep] = useState(round.keep)
  const [gather, setGather] = useState(false)
  const compute = useRoundStep(
    () => staffApi.computeAssignment(round.id, { way, keep, ...(gather ? { gather } : {}) }),
    null,
  )
  const isFirst = round.run === 0 && round.replaces === null
  const isUrgent = round.state === 'draft' || round.state === 'adjusted'
  return (
    <div className="assignment-compute">
      <span className="field">
        <label htmlFor={`${id}-way`}>{t('assignment.way')}</label>
        <select
          id={`${id}-way`}
          className="input"
          value={way}
          onChange={(event) => setWay(WAYS.find((one) => one === event.target.value) ?? way)}
        >
          {WAYS.map((one) => (
            <option key={one} value={one}>
              {t(`assignment.way.${one}`)}
            </option>
          ))}
        </select>
      </span>
      {!isFirst && (
        <span className="field">
          <label htmlFor={`${id}-keep`}>{t('assignment.keep')}</label>
          <select
            id={`${id}-keep`}
            className="input"
            value={keep}
            onChange={(event) => setKeep(KEEPS.find((one) => one === event.target.value) ?? keep)}
          >
            {KEEPS.map((one) => (
              <option key={one} value={one}>
                {t(`assignment.keep.${one}`)}
              </option>
            ))}
          </select>
        </span>
      )}
      {round.source === 'registry' && round.run > 0 && (
        <label className={`choice${gather ? ' chosen' : ''}`}>
          <input type="checkbox" checked={gather} onChange={() => setGather(!gather)} />
          {t('assignment.gather')}
        </label>
      )}
      <button
        type="button"
        className={isUrgent ? 'button primary' : 'button'}
        aria-disabled={compute.isPending}
        onClick={() => (compute.isPending ? undefined : compute.mutate())}
      >
        {round.run === 0 ? t('assignment.compute') : t('assignment.recompute')}
      </button>
      <span role="status" className="muted assignment-done">
        {compute.isPending
          ? t('assignment.computing')
          : compute.data?.lastRun?.state === 'done' && compute.data.figures
            ? t('assignment.computed.done', {
                run: compute.data.run,
                pairs: compute.data.figures.pairs,
              })
            : ''}
      </span>
    </div>
  )
}
