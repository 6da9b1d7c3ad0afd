import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { staffApi } from '../../ui/staff-api.js'
import { useRoundStep } from './use-round-steps.js'

interface RerunProps {
  readonly round: RoundView
  readonly onClose: () => void
  readonly onMade: (round: string) => void
}

/** Another round, of the same members or of new ones. */
export function RerunDialog({ round, onClose, onMade }: RerunProps) {
  const { t } = useText()
  const rerun = useRoundStep(() => staffApi.rerunAssignment(round.id), null)
  return (
    <Dialog title={t('assignment.rerun')} onClose={onClose}>
      <p>{t('assignment.rerun.lead')}</p>
      <div className="actions end">
        <button type="button" className="button plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <Link to="/workbench/assignment" search={{ replaces: round.id }} className="button">
          {t('assignment.rerun.file')}
        </Link>
        <button
          type="button"
          className="button primary"
          aria-disabled={rerun.isPending}
          onClick={() =>
            rerun.isPending ? undefined : rerun.mutate(undefined, { onSuccess: ({ id }) => onMade(id) })
          }
        >
          {t('assignment.rerun.same')}
        </button>
      </div>
    </Dialog>
  )
}
