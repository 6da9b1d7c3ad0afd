import '../../text/area/workbench.js'
import '../../text/area/desk.js'
import type { CallNote } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

interface CallNotesProps {
  readonly subject?: string
  readonly owed?: boolean
  readonly title: MessageKey
  readonly none: MessageKey
}

function Note({ note, named }: { readonly note: CallNote; readonly named: boolean }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const mark = useMutation({
    mutationFn: (done: boolean) => staffApi.setCallDone(note.id, done),
    onSuccess: async (_, done) => {
      await queries.invalidateQueries({ queryKey: ['call-notes'] })
      if (done) {
        notify({
          text: t('desk.marked-done'),
          tone: 'good',
          action: { label: t('answer.undo'), run: () => mark.mutate(false) },
        })
      }
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const owed = note.followUpOn !== null && note.doneAt === null
  return (
    <li className="call-note">
      <div className="item-row">
        {named ? (
          <Link to="/workbench/desk" search={{ company: note.subject.id }} className="item-title">
            {note.subject.name}
          </Link>
        ) : (
          <b>{note.question}</b>
        )}
        {owed && note.followUpOn && (
          <span className={`tag ${note.overdue ? 'no' : 'unknown'}`}>
            {t(note.overdue ? 'desk.follow-up.overdue' : 'desk.follow-up', { date: note.followUpOn })}
          </span>
        )}
      </div>
      {named && <p>{note.question}</p>}
      <p className="muted small">
        {[note.caller, note.by].filter(Boolean).join(' · ')} · {localTime(note.createdAt, lang)}
      </p>
      <details>
        <summary>{t('desk.note.answer')}</summary>
        <p className="told">{note.answer}</p>
      </details>
      {owed && (
        <button type="button" className="button" onClick={() => mark.mutate(true)}>
          {t('desk.done')}
        </button>
      )}
    </li>
  )
}

/** Calls as they were noted: of one company, those still owed an answer, or the latest of all. */
export function CallNotes({ subject, owed, title, none }: CallNotesProps) {
  const { t, lang } = useText()
  const id = useId()
  const { role } = usePreferences()
  const found = useQuery({
    queryKey: ['call-notes', subject, owed, lang, role],
    queryFn: () => staffApi.callNotes({ subject, owed, lang }),
  })
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h2 id={id} className="card-title">
        {t(title)}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data?.items.length === 0 && <p className="muted small">{t(none)}</p>}
      {found.data && found.data.items.length > 0 && (
        <ul className="card call-notes">
          {found.data.items.map((note) => (
            <Note key={note.id} note={note} named={subject === undefined} />
          ))}
        </ul>
      )}
    </section>
  )
}
