import '../../text/area/assignment.js'
import '../../text/area/workbench.js'
import type { RoundView } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { staffApi } from '../../ui/staff-api.js'
import { AdjustForm } from './adjust-form.js'
import { useRoundStep } from './use-round-steps.js'

/** What people pinned and kept apart, with reasons, what they took back, and a new one. */
export function Adjustments({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const canAdjust = round.actions.includes('adjust')
  return (
    <>
      {round.adjustments.length === 0 ? (
        <p className="muted">{t('assignment.adjustments.none')}</p>
      ) : (
        <ul className="rows card">
          {round.adjustments.map((one) => (
            <li key={one.id}>
              <Adjustment round={round} adjustment={one} canUndo={canAdjust} />
            </li>
          ))}
        </ul>
      )}
      {canAdjust && <AdjustForm round={round} />}
    </>
  )
}

interface AdjustmentProps {
  readonly round: RoundView
  readonly adjustment: RoundView['adjustments'][number]
  readonly canUndo: boolean
}

function Adjustment({ round, adjustment, canUndo }: AdjustmentProps) {
  const { t, lang } = useText()
  const { id, what, left, right, present, reason, by, at, undone } = adjustment
  const undo = useRoundStep(() => staffApi.undoAssignmentAdjustment(round.id, id), 'assignment.undone')
  return (
    <>
      <span className={undone ? 'muted' : undefined}>
        <span className={undone ? 'tag moot' : what === 'pin' ? 'tag yes' : 'tag no'}>
          {t(`assignment.${what}`)}
        </span>{' '}
        <strong>{t('assignment.pair', { left, right })}</strong> · {reason}
        {!present && <span className="muted"> · {t('assignment.adjustment.absent')}</span>}
        <br />
        <span className="muted small">
          {t('assignment.adjustment.by', { name: by, at: localTime(at, lang) })}
          {undone &&
            ` · ${t('assignment.adjustment.undone', { name: undone.by, at: localTime(undone.at, lang) })}`}
        </span>
      </span>
      {canUndo && !undone && (
        <button
          type="button"
          className="button"
          aria-label={`${t('assignment.undo')} ${t('assignment.pair', { left, right })}`}
          onClick={() => (undo.isPending ? undefined : undo.mutate())}
        >
          {t('assignment.undo')}
        </button>
      )}
    </>
  )
}
