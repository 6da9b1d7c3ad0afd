import '../../text/area/desk.js'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { keepNoteDraft, noteDraftOf } from './note-draft.js'

interface NoteFormProps {
  readonly subject: string
  readonly programme: string | null
  readonly answer: string
  readonly questions: readonly string[]
  readonly onDone: () => void
}

/** A call as it was: the question, the answer that was given, and what is still owed. */
export function NoteForm({ subject, programme, answer: given, questions, onDone }: NoteFormProps) {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const acting = useActingName()
  const heading = useRef<HTMLHeadingElement>(null)
  const [begun] = useState(() => noteDraftOf(subject, programme))
  const [question, setQuestion] = useState(begun?.question ?? questions[0] ?? '')
  const [answer, setAnswer] = useState(begun?.answer ?? given)
  const [caller, setCaller] = useState(begun?.caller ?? '')
  const [followUpOn, setFollowUpOn] = useState(begun?.followUpOn ?? '')
  const [name, setName] = useState(acting.name)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  // Kept as it is written: another question, a reload or a press too many loses no note.
  useEffect(
    () => keepNoteDraft(subject, programme, { question, answer, caller, followUpOn }),
    [subject, programme, question, answer, caller, followUpOn],
  )
  const close = () => {
    keepNoteDraft(subject, programme, null)
    onDone()
  }
  const errorOf = (field: string) => errors.find((one) => one.field === `${id}-${field}`)?.message

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const wrong = (
      [
        ['question', question, 'desk.note.question.missing'],
        ['answer', answer, 'desk.note.answer.missing'],
        ['name', name, 'objection.name.missing'],
      ] as const
    ).flatMap(([field, value, key]) =>
      value.trim() === '' ? [{ field: `${id}-${field}`, message: t(key) }] : [],
    )
    setErrors(wrong)
    if (wrong.length > 0) return
    acting.keepName(name)
    setBusy(true)
    try {
      await staffApi.noteCall(subject, {
        question: question.trim(),
        answer: answer.trim(),
        ...(programme === null ? {} : { programme }),
        ...(caller.trim() === '' ? {} : { caller: caller.trim() }),
        ...(followUpOn === '' ? {} : { followUpOn }),
      })
      await queries.invalidateQueries({ queryKey: ['call-notes'] })
      notify({ text: t('desk.note.saved'), tone: 'good' })
      close()
    } catch (cause) {
      setErrors([{ field: `${id}-question`, message: messageOf(cause) }])
      setBusy(false)
    }
  }

  return (
    <form className="card stack" onSubmit={submit} noValidate aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t('desk.note.title')}
      </h3>
      <ErrorSummary errors={errors} />
      <fieldset className="choices">
        <legend className="small muted">{t('desk.ask')}</legend>
        {questions.map((one) => (
          <button key={one} type="button" className="button" onClick={() => setQuestion(one)}>
            {one}
          </button>
        ))}
      </fieldset>
      <TextField
        id={`${id}-question`}
        label={t('desk.note.question')}
        value={question}
        onChange={setQuestion}
        error={errorOf('question')}
      />
      <TextArea
        id={`${id}-answer`}
        label={t('desk.note.answer')}
        rows={8}
        maxLength={10_000}
        value={answer}
        onChange={setAnswer}
        error={errorOf('answer')}
      />
      <TextField
        id={`${id}-caller`}
        label={t('desk.note.caller')}
        value={caller}
        onChange={setCaller}
        optional
      />
      <div className="field">
        <label htmlFor={`${id}-follow`}>
          {t('desk.note.follow-up')}
          <span className="muted small">（{t('common.optional')}）</span>
        </label>
        <input
          id={`${id}-follow`}
          type="date"
          className="input"
          value={followUpOn}
          onChange={(event) => setFollowUpOn(event.target.value)}
        />
      </div>
      <NameField id={`${id}-name`} value={name} onChange={setName} error={errorOf('name')} />
      <div className="actions spread">
        <button type="button" className="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('desk.note.save')}
        </button>
      </div>
    </form>
  )
}
