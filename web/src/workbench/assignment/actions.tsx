import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { usePreferences } from '../../ui/preferences.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Compute } from './compute.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { ReopenDialog } from './reopen-dialog.js'
import { RerunDialog } from './rerun-dialog.js'
import { useRoundStep } from './use-round-steps.js'

type Opened = 'confirm' | 'reopen' | 'rerun' | null

/** All that can be done with a round now. */
export function Actions({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const { role } = usePreferences()
  const [opened, setOpened] = useState<Opened>(null)
  const navigate = useNavigate()
  const restore = useRoundStep(() => staffApi.restoreAssignment(round.id), 'assignment.restored')
  const discard = useRoundStep(
    () => staffApi.discardAssignment(round.id),
    'assignment.discarded',
    () => restore.mutate(),
  )
  const can = (action: RoundView['actions'][number]) => round.actions.includes(action)
  const close = () => setOpened(null)
  const isClerk = role === 'clerk'
  return (
    <div className="stack tight">
      {can('compute') && <Compute round={round} />}
      <div className="actions">
        {can('confirm') && isClerk && (
          <button type="button" className="button primary" onClick={() => setOpened('confirm')}>
            {t('assignment.confirm')}
          </button>
        )}
        {can('rerun') && (
          <button type="button" className="button primary" onClick={() => setOpened('rerun')}>
            {t('assignment.rerun')}
          </button>
        )}
        {can('reopen') && isClerk && (
          <button type="button" className="button" onClick={() => setOpened('reopen')}>
            {t('assignment.reopen')}
          </button>
        )}
        {round.figures && (
          <>
            <Export round={round} form="xlsx" />
            <Export round={round} form="json" />
          </>
        )}
        {can('discard') && (
          <button
            type="button"
            className="button"
            onClick={() => (discard.isPending ? undefined : discard.mutate())}
          >
            {t('assignment.discard')}
          </button>
        )}
        {can('restore') && (
          <button
            type="button"
            className="button primary"
            onClick={() => (restore.isPending ? undefined : restore.mutate())}
          >
            {t('assignment.restore')}
          </button>
        )}
      </div>
      {can('confirm') && !isClerk && <p className="muted">{t('assignment.confirm.clerks')}</p>}
      {opened === 'confirm' && round.figures && (
        <ConfirmDialog round={round} figures={round.figures} onClose={close} />
      )}
      {opened === 'reopen' && <ReopenDialog round={round} onClose={close} />}
      {opened === 'rerun' && (
        <RerunDialog
          round={round}
          onClose={close}
          onMade={(next) => {
            close()
            void navigate({ to: '/workbench/assignment/$round', params: { round: next } })
          }}
        />
      )}
    </div>
  )
}

function Export({ round, form }: { readonly round: RoundView; readonly form: 'xlsx' | 'json' }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const save = async () => {
    try {
      saveFile(await staffApi.exportAssignment(round.id, form), `${round.title}.${form}`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <button type="button" className="button" onClick={() => void save()}>
      {t(`assignment.export.${form}`)}
    </button>
  )
}
