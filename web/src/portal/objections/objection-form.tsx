import '../../text/area/objection-case.js'
import type { Trace } from '@kehui/server/client'
import { ApiError } from '@kehui/server/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { notify } from '../../ui/notify.js'
import { setPreferences, usePreferences } from '../../ui/preferences.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { useTraceLabel } from '../package/trace-label.js'

interface ObjectionFormProps {
  readonly subject: string
  readonly programme: string
  /** The condition that is meant; without one, the whole verdict. */
  readonly condition: Trace | null
  readonly onDone: () => void
}

/** What is wrong, who says so, and where the answer should go. */
export function ObjectionForm({ subject, programme, condition, onDone }: ObjectionFormProps) {
  const { t } = useText()
  const id = useId()
  const labelOf = useTraceLabel()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { role, names } = usePreferences()
  const [reason, setReason] = useState('')
  const [name, setName] = useState(names[role] ?? '')
  const [contact, setContact] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const errorOf = (field: string) => errors.find((error) => error.field === `${id}-${field}`)?.message

  const openAction = (objection: string) => ({
    label: t('objection.open'),
    run: () => {
      navigate({ to: '/objections/$objection', params: { objection } })
    },
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const wrong = [
      ...(reason.trim() === '' ? [{ field: `${id}-reason`, message: t('objection.reason.missing') }] : []),
      ...(name.trim() === '' ? [{ field: `${id}-name`, message: t('objection.name.missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length > 0) return
    setBusy(true)
    try {
      const made = await api.raiseObjection(subject, {
        programme,
        ...(condition === null ? {} : { condition: condition.text }),
        reason: reason.trim(),
        name: name.trim(),
        ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
      })
      setPreferences({ names: { ...names, [role]: name.trim() } })
      await queries.invalidateQueries({ queryKey: ['objections', subject] })
      notify({
        text: t('objection.raised', { date: made.dueOn }),
        tone: 'good',
        action: openAction(made.id),
      })
      onDone()
      keepFocus(`objection-${made.id}`)
    } catch (cause) {
      const there = cause instanceof ApiError && cause.code === 'objection.exists' && cause.details?.id
      // What was written stays: the other objection may say something else.
      if (there) notify({ text: messageOf(cause), tone: 'bad', action: openAction(String(there)) })
      setErrors([{ field: `${id}-reason`, message: messageOf(cause) }])
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="muted">
        {condition === null
          ? t('objection.about.verdict')
          : t('objection.about', { text: labelOf(condition) })}
      </p>
      <ErrorSummary errors={errors} />
      <TextArea
        id={`${id}-reason`}
        label={t('objection.reason')}
        hint={t('objection.reason.hint')}
        value={reason}
        onChange={setReason}
        error={errorOf('reason')}
      />
      <TextField
        id={`${id}-name`}
        label={t('objection.name')}
        value={name}
        onChange={setName}
        error={errorOf('name')}
        autoComplete="name"
      />
      <TextField
        id={`${id}-contact`}
        label={t('objection.contact')}
        hint={t('objection.contact.hint')}
        value={contact}
        onChange={setContact}
        optional
      />
      <div className="actions spread">
        <button type="button" className="button" onClick={onDone}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('objection.submit')}
        </button>
      </div>
    </form>
  )
}
