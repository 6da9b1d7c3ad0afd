import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'
import { useRoundStep } from './use-round-steps.js'

const PHASES = ['waiting', 'gathering', 'solving', 'judging', 'writing', 'done'] as const

/** What goes on, or what is to be known of how the round stands. */
export function Running({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const queries = useQueryClient()
  const { lastRun, state } = round
  const isRunning = lastRun?.state === 'running'
  const before = useRef(isRunning)
  useEffect(() => {
    // The rows that were shown are of the answer before.
    if (before.current && !isRunning) void queries.invalidateQueries({ queryKey: ['assignment-rows'] })
    before.current = isRunning
  }, [isRunning, queries])
  if (isRunning) return <Progress round={round} run={lastRun} />
  const problem = lastRun !== null && lastRun.state !== 'done' ? lastRun : null
  return (
    <>
      {problem && (
        <p className={`notice ${problem.state === 'failed' ? 'bad' : 'warn'}`} role="status">
          {problem.state === 'failed'
            ? `${t('assignment.run.failed')}：${problem.problem?.message ?? ''} ${problem.problem?.next ?? ''}`
            : problem.state === 'interrupted'
              ? t('assignment.run.interrupted')
              : t('assignment.run.cancelled')}
        </p>
      )}
      {state === 'draft' && !problem && <p className="notice">{t('assignment.draft.lead')}</p>}
      {state === 'adjusted' && <p className="notice warn">{t('assignment.adjusted.lead')}</p>}
      {state === 'confirmed' && <p className="notice good">{t('assignment.confirmed.lead')}</p>}
    </>
  )
}

function Progress({
  round,
  run,
}: {
  readonly round: RoundView
  readonly run: NonNullable<RoundView['lastRun']>
}) {
  const { t } = useText()
  const cancel = useRoundStep(() => staffApi.cancelAssignment(round.id), 'assignment.stopped')
  const phase = PHASES.find((one) => one === run.phase) ?? 'waiting'
  const text = t(`assignment.phase.${phase}`, { done: run.done, total: run.total })
  const isCounted = run.phase === 'gathering' && run.total > 0
  return (
    <div className="card stack tight" role="status">
      <p>
        <strong>{t('assignment.computing')}</strong> · {text}
      </p>
      <progress
        className="assignment-progress"
        aria-label={text}
        {...(isCounted ? { value: run.done, max: run.total } : { value: PHASES.indexOf(phase), max: 5 })}
      />
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-disabled={cancel.isPending}
          onClick={() => (cancel.isPending ? undefined : cancel.mutate())}
        >
          {t('assignment.stop')}
        </button>
      </div>
    </div>
  )
}
