import '../../text/area/imports.js'
import type { ImportPreview } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

type Question = ImportPreview['questions'][number]

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly onAnswer: (id: string, value: string) => void
}

/** What the sheet leaves open is asked, never guessed: one choice a question, kept as it is made. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  const { t } = useText()
  // Shown at once; the server's answer follows.
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const chosenOf = (question: Question) => picked[question.id] ?? question.chosen
  const pick = (id: string, value: string) => {
    setPicked({ ...picked, [id]: value })
    onAnswer(id, value)
  }
  if (questions.length === 0) return null
  const open = questions.filter((question) => chosenOf(question) === null).length
  return (
    <section className="card stack" aria-labelledby="questions-title">
      <h2 id="questions-title" className="marked">
        <VerdictMark kind={open === 0 ? 'yes' : 'unknown'} />
        <span>
          {t('imports.questions')}{' '}
          <span className="muted small">
            {open === 0 ? t('imports.questions.done') : t('imports.questions.open', { count: open })}
          </span>
        </span>
      </h2>
      {questions.map((question) => (
        <fieldset key={question.id} className="stack tight">
          <legend>{question.ask}</legend>
          <div className="choices">
            {question.options.map((option) => (
              <label
                key={option.value}
                className={`choice${chosenOf(question) === option.value ? ' chosen' : ''}`}
              >
                <input
                  type="radio"
                  name={question.id}
                  checked={chosenOf(question) === option.value}
                  onChange={() => pick(question.id, option.value)}
                />
                {option.label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}
