import '../../text/area/leads.js'
import type { LeadPreview } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { moneyPhrase } from '../../ui/money.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** What freezing would give, before it is done. */
export function FreezeDialog({
  programme,
  onClose,
}: {
  readonly programme: string
  readonly onClose: () => void
}) {
  const { t, lang } = useText()
  const preview = useQuery({
    queryKey: ['lead-preview', programme, lang],
    queryFn: () => staffApi.previewLeads(programme),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Dialog title={t('leads.preview.title')} onClose={onClose}>
      {preview.isError && <PartFailure query={preview} />}
      {preview.isPending && (
        <p role="status">
          {t('leads.preview.working')} <progress aria-label={t('leads.preview.working')} />
        </p>
      )}
      {preview.data ? (
        <Form preview={preview.data} onClose={onClose} />
      ) : (
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      )}
    </Dialog>
  )
}

function Form({ preview, onClose }: { readonly preview: LeadPreview; readonly onClose: () => void }) {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const acting = useActingName()
  const [name, setName] = useState(acting.name)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const freeze = useFreeze(preview, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (freeze.isPending) return
    setMissing(name.trim() === '')
    if (name.trim() === '') return document.getElementById(`${id}-name`)?.focus()
    acting.keepName(name)
    freeze.mutate(note.trim())
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Summary preview={preview} />
      {preview.leads > 0 && (
        <>
          <NameField
            id={`${id}-name`}
            value={name}
            onChange={setName}
            error={isMissing ? t('leads.name.missing') : undefined}
          />
          <TextArea
            id={`${id}-note`}
            label={t('leads.note')}
            optional
            rows={2}
            maxLength={1000}
            value={note}
            onChange={setNote}
          />
        </>
      )}
      {freeze.isError && (
        <p className="notice bad" role="alert">
          {messageOf(freeze.error)}
        </p>
      )}
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        {preview.leads > 0 && (
          <button type="submit" className="button primary" aria-disabled={freeze.isPending}>
            {t('leads.freeze')}
          </button>
        )}
      </div>
    </form>
  )
}

function Summary({ preview }: { readonly preview: LeadPreview }) {
  const { t, lang } = useText()
  const { title, kindText, on, examined, leads, excluded, open, unmet, amountFen, reasons, before } = preview
  const figures = [
    [t('leads.leads'), leads],
    [t('leads.excluded'), excluded],
    [t('leads.open'), open],
    [t('leads.unmet'), unmet],
    [t('leads.examined'), examined],
  ] as const
  return (
    <>
      <p>
        <strong>{title}</strong>
        <br />
        <span className="tag unknown">{kindText}</span>{' '}
        <span className="muted small">{t('leads.preview.on', { on })}</span>
      </p>
      <dl className="figures wide">
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="number">{count}</dd>
          </div>
        ))}
        <div>
          <dt>{t('leads.amount')}</dt>
          <dd className="number">{moneyPhrase(amountFen.min, amountFen.max, lang)}</dd>
        </div>
      </dl>
      {reasons.length > 0 && (
        <div>
          <h3>{t('leads.why')}</h3>
          <ul className="plain leads-reasons">
            {reasons.map(({ kind, label, count }) => (
              <li key={kind}>
                {label} <span className="number">{count}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {before && (
        <p className="notice">{t('leads.preview.before', { on: before.on, leads: before.leads })}</p>
      )}
    </>
  )
}

function useFreeze({ programme, digest }: LeadPreview, onClose: () => void) {
  const { t } = useText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (note: string) =>
      staffApi.freezeLeads({ programme, seen: digest, ...(note === '' ? {} : { note }) }),
    onSuccess: ({ id }) => {
      queries.invalidateQueries({ queryKey: ['lead-lists'] })
      notify({ text: t('leads.frozen'), tone: 'good' })
      onClose()
      navigate({ to: '/workbench/leads/$list', params: { list: id } })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['lead-preview'] }),
  })
}
