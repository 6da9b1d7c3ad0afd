import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { usePreferences } from '../../ui/preferences.js'
import { AnswerForm } from './answer-form.js'
import { usePackage } from './package-context.js'

/** Opens the question about one fact: a dialog, on a phone a sheet from below, in large text in its place. */
export function AskButton({ fact, label }: { readonly fact: string; readonly label?: string }) {
  const { t } = useText()
  const { large } = usePreferences()
  const { questionOf } = usePackage()
  const [open, setOpen] = useState(false)
  const question = questionOf(fact)
  if (question === undefined) return null
  const close = () => setOpen(false)
  const title = t('answer.title', { label: question.label })
  return (
    <>
      <button
        type="button"
        className="button primary ask"
        aria-expanded={large ? open : undefined}
        onClick={() => setOpen(!open)}
      >
        {label ?? title}
        {question.minutes > 0 && (
          <span className="aside">{t('answer.minutes', { minutes: question.minutes })}</span>
        )}
      </button>
      {open && large && <AnswerForm question={question} onDone={close} />}
      {open && !large && (
        <Dialog title={title} onClose={close}>
          <AnswerForm question={question} onDone={close} />
        </Dialog>
      )}
    </>
  )
}
