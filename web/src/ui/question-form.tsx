import type { Question } from '@kehui/server/client'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../text/use-text.js'
import { messageOf } from './api.js'
import { FactInput } from './fact-input.js'

/** A quantity must start with a number; the server reads the rest and says what is wrong with it. */
function isPlausible(question: Question, text: string): boolean {
  return question.type !== 'quantity' || /^-?\d[\d,]*(\.\d+)?\s*\D*$/.test(text)
}

interface QuestionFormProps {
  readonly question: Question
  readonly initial: string
  readonly lead: string
  readonly saveLabel: string
  /** Rejects with what to tell the reader. */
  readonly onSave: (text: string) => Promise<void>
  readonly onDone: () => void
  readonly onCancel?: () => void
  /** Leaves this question open and goes on to the next, where there is one. */
  readonly onSkip?: (() => void) | undefined
}

/** One question: what is asked, who already holds it, its control, and what to do with the answer. */
export function QuestionForm({
  question,
  initial,
  lead,
  saveLabel,
  onSave,
  onDone,
  onCancel = onDone,
  onSkip,
}: QuestionFormProps) {
  const { t } = useText()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [value, setValue] = useState(initial)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => focusControl(form.current), [])

  const refuse = (message: string) => {
    setError(message)
    setBusy(false)
    focusControl(form.current)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    if (value === '') return refuse(t('form.required', { label: question.label }))
    if (!isPlausible(question, value)) return refuse(t('form.number', { label: question.label }))
    setBusy(true)
    try {
      await onSave(value)
      onDone()
    } catch (cause) {
      refuse(messageOf(cause, t))
    }
  }

  const hint = [question.hint, question.heldBy && t('answer.held', { agency: question.heldBy })].filter(
    Boolean,
  )
  return (
    <form ref={form} className="stack answer" onSubmit={submit} noValidate>
      <p className="muted">{lead}</p>
      <div className={`field${error ? ' wrong' : ''}`}>
        <span className="label" id={`${id}-label`}>
          {question.ask}
        </span>
        <span className="hint" id={`${id}-hint`}>
          {hint.join('；')}
        </span>
        {error && (
          <span className="error" id={`${id}-error`} role="alert">
            {error}
          </span>
        )}
        <FactInput
          id={`${id}-input`}
          fact={question}
          value={value}
          onChange={setValue}
          labelledBy={`${id}-label`}
          describedBy={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          wrong={error !== null}
        />
      </div>
      <div className="actions spread">
        <button type="button" className="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        {onSkip && (
          <button type="button" className="button" onClick={onSkip}>
            {t('answer.skip')}
          </button>
        )}
        <button type="submit" className="button primary" aria-disabled={busy}>
          {saveLabel}
        </button>
      </div>
    </form>
  )
}

function focusControl(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select')?.focus()
}
