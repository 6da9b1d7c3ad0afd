import '../../text/area/publishing.js'
import type { DraftReading } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

/** Where the text can be read two ways: what either comes to, and who stands by which. */
export function DraftReadingCard({ reading }: { readonly reading: DraftReading }) {
  const { t, lang } = useText()
  const { question, options, chosen, open, signed, example } = reading
  return (
    <section className="card stack tight">
      <h2>{t('draft.reading')}</h2>
      <p>{question}</p>
      {open ? (
        <p className="notice warn">{t('draft.reading.open')}</p>
      ) : (
        <p className="notice good">
          {signed ? t('draft.reading.signed', { by: signed.by, on: signed.on }) : t('draft.reading.unsigned')}
        </p>
      )}
      {example && <p className="muted">{t('draft.reading.example', { name: example.name })}</p>}
      <ul className="rows">
        {options.map(({ id, label }) => {
          const answer = example?.answers[id]
          return (
            <li key={id}>
              <span>
                {label} {id === chosen && <span className="tag">{t('draft.reading.chosen')}</span>}
              </span>
              {answer && (
                <span className="marked">
                  <VerdictMark kind={answer.verdict} />
                  <span>
                    {t(`effect.verdict.${answer.verdict}`)}
                    {answer.amountFen &&
                      ` · ${moneyPhrase(answer.amountFen.min, answer.amountFen.max, lang)}`}
                  </span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
