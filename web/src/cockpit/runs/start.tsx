import '../../text/area/runs.js'
import type { RegionRun } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { todayInChina } from '../../ui/local-day.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Starts a run, shows how far it is, and cancels it. */
export function Start({ running }: { readonly running: RegionRun | undefined }) {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const dayId = useId()
  const [on, setOn] = useState(todayInChina())
  const act = useMutation({
    mutationFn: (id: string | null) =>
      id === null ? staffApi.startRegionRun(on) : staffApi.cancelRegionRun(id),
    onSuccess: (_, id) => {
      if (id !== null) notify({ text: t('runs.cancelled.asked'), tone: 'good' })
      return queries.invalidateQueries({ queryKey: ['region-runs'] })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <section className="card stack" aria-busy={running !== undefined}>
      {running ? (
        <>
          <h2>{t('runs.running')}</h2>
          <Progress run={running} />
          <div className="actions">
            <button type="button" className="button" onClick={() => act.mutate(running.id)}>
              {t('runs.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor={dayId}>{t('runs.on')}</label>
            <input
              id={dayId}
              type="date"
              className="input"
              value={on}
              onChange={({ target: { value } }) => value !== '' && setOn(value)}
            />
          </div>
          <div className="actions">
            <button
              type="button"
              className="button primary"
              disabled={act.isPending}
              onClick={() => act.mutate(null)}
            >
              {t('runs.start')}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function Progress({ run }: { readonly run: RegionRun }) {
  const { t } = useText()
  const percent = Math.floor(run.share * 100)
  const told = t(`runs.phase.${run.phase}`, { done: run.done, total: run.total })
  return (
    <div className="runs-progress">
      <progress max={100} value={percent} aria-label={t('runs.running')} />
      <p className="item-row">
        <span role="status">{told}</span>
        <span className="number">{percent}%</span>
      </p>
    </div>
  )
}
