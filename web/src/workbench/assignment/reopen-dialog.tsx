import '../../text/area/assignment.js'
import type { RoundView } from '@kehui/server/client'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useRoundStep } from './use-round-steps.js'

/** Why a confirmed list is opened again. */
export function ReopenDialog({
  round,
  onClose,
}: {
  readonly round: RoundView
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const reopen = useRoundStep(
    (why: string) => staffApi.reopenAssignment(round.id, why),
    'assignment.reopened',
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reopen.isPending) return
    const wrong = note.trim() === '' ? t('assignment.reason.missing') : undefined
    setError(wrong)
    if (wrong) document.getElementById('reopen-note')?.focus()
    else reopen.mutate(note.trim(), { onSettled: onClose })
  }
  return (
    <Dialog title={t('assignment.reopen')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t('assignment.reopen.lead')}</p>
        <TextArea
          id="reopen-note"
          label={t('assignment.reason')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={setNote}
          error={error}
        />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" aria-disabled={reopen.isPending}>
            {t('assignment.reopen')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
