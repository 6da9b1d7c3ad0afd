import type { Question } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { QuestionForm } from '../../ui/question-form.js'
import { usePackage } from './package-context.js'

interface AnswerFormProps {
  readonly question: Question
  readonly onDone: () => void
  readonly onCancel?: () => void
  readonly onSkip?: (() => void) | undefined
}

/** A question of the package: its answer is stored, or tried where figures are being tried. */
export function AnswerForm({ question, onDone, onCancel = onDone, onSkip }: AnswerFormProps) {
  const { t } = useText()
  const { trying, answer } = usePackage()
  return (
    <QuestionForm
      question={question}
      initial={trying?.[question.key] ?? ''}
      lead={t(trying === null ? 'answer.lead' : 'answer.lead.try')}
      saveLabel={t(trying === null ? 'answer.save' : 'answer.try')}
      onSave={(text) => answer(question.key, text)}
      onDone={onDone}
      onCancel={onCancel}
      onSkip={onSkip}
    />
  )
}
