import '../../text/area/desk.js'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { noteDraftOf } from './note-draft.js'
import { NoteForm } from './note-form.js'

interface AnswerActionsProps {
  readonly subject: string
  readonly programme: string | null
  /** The answer in words, with its sources. */
  readonly text: string
  readonly questions: readonly string[]
}

/** What is done with an answer: sent on, and noted. */
export function AnswerActions({ subject, programme, text, questions }: AnswerActionsProps) {
  const { t } = useText()
  const [noting, setNoting] = useState(() => noteDraftOf(subject, programme) !== null)
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => notify({ text: t('desk.copied'), tone: 'good' }))
      .catch(() => notify({ text: t('desk.copy.failed'), tone: 'bad' }))
  return (
    <>
      <div className="actions no-print">
        <button type="button" className="button primary" onClick={copy}>
          <Icon name="copy" />
          {t('desk.copy')}
        </button>
        {!noting && (
          <button type="button" className="button" onClick={() => setNoting(true)}>
            <Icon name="plus" />
            {t('desk.note')}
          </button>
        )}
      </div>
      {noting && (
        <NoteForm
          subject={subject}
          programme={programme}
          answer={text}
          questions={questions}
          onDone={() => setNoting(false)}
        />
      )}
    </>
  )
}
