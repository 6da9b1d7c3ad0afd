import '../../text/area/leads.js'
import type { LeadDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Withdrawing with a reason, and taking that back. */
export function ListActions({ list }: { readonly list: LeadDetail }) {
  const { t } = useText()
  const { role } = usePreferences()
  const [isOpen, setOpen] = useState(false)
  const { restore } = useSteps(list)
  if (role !== 'clerk') return null
  return (
    <>
      {list.actions.includes('withdraw') && (
        <button type="button" className="button danger" onClick={() => setOpen(true)}>
          {t('leads.withdraw')}
        </button>
      )}
      {list.actions.includes('restore') && (
        <button
          type="button"
          className="button"
          aria-disabled={restore.isPending}
          onClick={() => (restore.isPending ? undefined : restore.mutate())}
        >
          {t('leads.restore')}
        </button>
      )}
      {isOpen && <WithdrawDialog list={list} onClose={() => setOpen(false)} />}
    </>
  )
}

function useSteps(list: LeadDetail) {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const refresh = () => {
    queries.invalidateQueries({ queryKey: ['lead-list'] })
    queries.invalidateQueries({ queryKey: ['lead-lists'] })
  }
  const restore = useMutation({
    mutationFn: () => staffApi.restoreLeads(list.id),
    onSuccess: () => notify({ text: t('leads.restored'), tone: 'good' }),
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
    onSettled: refresh,
  })
  const withdraw = useMutation({
    mutationFn: (note: string) => staffApi.withdrawLeads(list.id, note),
    onSuccess: () =>
      notify({
        text: t('leads.withdrawn'),
        tone: 'good',
        action: { label: t('leads.undo'), run: () => restore.mutate() },
      }),
    onSettled: refresh,
  })
  return { restore, withdraw }
}

function WithdrawDialog({ list, onClose }: { readonly list: LeadDetail; readonly onClose: () => void }) {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const acting = useActingName()
  const [name, setName] = useState(acting.name)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<'name' | 'note' | null>(null)
  const { withdraw } = useSteps(list)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (withdraw.isPending) return
    const missing = note.trim() === '' ? 'note' : name.trim() === '' ? 'name' : null
    setWrong(missing)
    if (missing !== null) return document.getElementById(`${id}-${missing}`)?.focus()
    acting.keepName(name)
    withdraw.mutate(note.trim(), { onSuccess: onClose })
  }
  return (
    <Dialog title={t('leads.withdraw')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t('leads.withdraw.lead')}</p>
        <TextArea
          id={`${id}-note`}
          label={t('leads.withdraw.note')}
          rows={3}
          maxLength={1000}
          value={note}
          error={wrong === 'note' ? t('leads.withdraw.missing') : undefined}
          onChange={setNote}
        />
        <NameField
          id={`${id}-name`}
          value={name}
          onChange={setName}
          error={wrong === 'name' ? t('leads.name.missing') : undefined}
        />
        {withdraw.isError && (
          <p className="notice bad" role="alert">
            {messageOf(withdraw.error)}
          </p>
        )}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button danger" aria-disabled={withdraw.isPending}>
            {t('leads.withdraw')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
