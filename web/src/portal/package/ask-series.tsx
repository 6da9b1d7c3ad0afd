import type { Entry } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { usePreferences } from '../../ui/preferences.js'
import { AnswerForm } from './answer-form.js'
import { usePackage } from './package-context.js'

/** Asks for what a programme still lacks, one at a time, as long as an answer can change something. */
export function AskSeries({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { large } = usePreferences()
  const { questionOf } = usePackage()
  const [open, setOpen] = useState(false)
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const left = entry.missing.filter((key) => !skipped.includes(key)).flatMap((key) => questionOf(key) ?? [])
  const [question, next] = left
  if (question === undefined) return null
  const close = () => {
    setOpen(false)
    setSkipped([])
  }
  const form = (
    <AnswerForm
      key={question.key}
      question={question}
      onDone={() => (next === undefined ? close() : undefined)}
      onCancel={close}
      onSkip={next === undefined ? undefined : () => setSkipped([...skipped, question.key])}
    />
  )
  const title = `${t('answer.title', { label: question.label })}（${t('answer.left', { count: left.length })}）`
  return (
    <>
      <button
        type="button"
        className="button primary"
        aria-expanded={large ? open : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('entry.fill', { count: entry.missing.length })}
      </button>
      {open && large && form}
      {open && !large && (
        <Dialog title={title} onClose={close}>
          {form}
        </Dialog>
      )}
    </>
  )
}
