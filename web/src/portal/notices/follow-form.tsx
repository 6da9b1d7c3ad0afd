import '../../text/area/follow.js'
import type { Follow } from '@kehui/server/client'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { notify } from '../../ui/notify.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const DAYS = [30, 14, 7, 3, 1] as const

interface Begun {
  readonly subject: string
  readonly programme: string | null
}

type FollowFormProps = {
  readonly mails: boolean
  readonly onDone: () => void
} & ({ readonly follow: Follow } | { readonly begin: Begun })

/** Where and when to remind: the same for beginning and for changing. */
export function FollowForm(props: FollowFormProps) {
  const { mails, onDone } = props
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const before = 'follow' in props ? props.follow : null
  const [email, setEmail] = useState(before?.email ?? '')
  const [days, setDays] = useState<readonly number[]>(before?.leadDays ?? [30, 7, 1])
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const choices = [...new Set([...DAYS, ...(before?.leadDays ?? [])])].sort((a, b) => b - a)
  const toggle = (day: number) =>
    setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const leadDays = [...days]
    const to = email.trim()
    try {
      if ('follow' in props)
        await api.changeFollow(props.follow.id, { leadDays, email: to === '' ? null : to })
      else {
        const { subject, programme } = props.begin
        await api.follow(subject, {
          leadDays,
          ...(programme === null ? {} : { programme }),
          ...(to === '' ? {} : { email: to }),
        })
      }
      await queries.invalidateQueries({ queryKey: ['follows'] })
      notify({ text: t(before === null ? 'follow.begun' : 'follow.changed'), tone: 'good' })
      onDone()
    } catch (cause) {
      setError(messageOf(cause))
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="muted">{t('follow.lead')}</p>
      <fieldset className="choices">
        <legend>{t('follow.days')}</legend>
        {choices.map((day) => (
          <label key={day} className={`choice${days.includes(day) ? ' chosen' : ''}`}>
            <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} />
            {t('follow.day', { day })}
          </label>
        ))}
      </fieldset>
      <TextField
        id={`${id}-email`}
        label={t('follow.email')}
        hint={t(mails ? 'follow.email.hint' : 'follow.email.off')}
        value={email}
        onChange={setEmail}
        error={error ?? undefined}
        autoComplete="email"
        optional
      />
      <div className="actions spread">
        <button type="button" className="button" onClick={onDone}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t(before === null ? 'follow.begin' : 'follow.save')}
        </button>
      </div>
    </form>
  )
}
