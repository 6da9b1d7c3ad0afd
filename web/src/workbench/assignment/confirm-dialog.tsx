import '../../text/area/assignment.js'
import type { RoundFigures, RoundView } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { staffApi } from '../../ui/staff-api.js'
import { useRoundStep } from './use-round-steps.js'

interface ConfirmProps {
  readonly round: RoundView
  readonly figures: RoundFigures
  readonly onClose: () => void
}

/** What is confirmed, before it is. */
export function ConfirmDialog({ round, figures, onClose }: ConfirmProps) {
  const { t } = useText()
  const confirm = useRoundStep(() => staffApi.confirmAssignment(round.id, round.run), 'assignment.confirmed')
  const { title, run, replacesTitle } = round
  const alone = figures.left.alone + figures.right.alone
  return (
    <Dialog title={t('assignment.confirm')} onClose={onClose}>
      <p>{t('assignment.confirm.lead', { title, run, pairs: figures.pairs, alone })}</p>
      {replacesTitle !== null && <p>{t('assignment.confirm.replaces', { title: replacesTitle })}</p>}
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          aria-disabled={confirm.isPending}
          onClick={() => (confirm.isPending ? undefined : confirm.mutate(undefined, { onSettled: onClose }))}
        >
          {t('assignment.confirm')}
        </button>
      </div>
    </Dialog>
  )
}
