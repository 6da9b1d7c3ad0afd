import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { AskButton } from './ask-button.js'
import { usePackage } from './package-context.js'

const FIRST_SHOWN = 3

/** What to answer next, most decisive first: a few, and the rest on request. */
export function QuestionsCard() {
  const { t } = useText()
  const { pkg } = usePackage()
  const [all, setAll] = useState(false)
  const { questions } = pkg
  if (questions.length === 0) return null
  const rest = questions.length - FIRST_SHOWN
  return (
    <section className="card stack tight no-print" aria-labelledby="questions-title">
      <h2 id="questions-title" className="card-title">
        {t('package.questions')}
      </h2>
      <p className="muted small">{t('package.questions.lead')}</p>
      <ul className="rows questions">
        {(all ? questions : questions.slice(0, FIRST_SHOWN)).map((question) => (
          <li key={question.key}>
            <span>
              {question.label}
              <span className="muted small"> {t('answer.affects', { count: question.affects.length })}</span>
            </span>
            <AskButton fact={question.key} label={t('answer.fill')} />
          </li>
        ))}
      </ul>
      {!all && rest > 0 && (
        <button type="button" className="button plain" onClick={() => setAll(true)}>
          {t('package.questions.more', { count: rest })}
        </button>
      )}
    </section>
  )
}
