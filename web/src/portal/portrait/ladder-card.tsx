import '../../text/area/portrait.js'
import type { LadderStanding, StepProgramme, StepStanding } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

interface Props {
  readonly company: string
  readonly ladder: LadderStanding
}

/** One ladder of titles: what is held, what comes next, and what that still wants. */
export function LadderCard({ company, ladder }: Props) {
  const { t } = useText()
  const { id, title, cite, steps } = ladder
  const next = steps.filter((step) => step.next)
  const document = [cite.document, cite.article].filter(Boolean).join(t('common.comma'))
  return (
    <section className="card stack" aria-labelledby={`ladder-${id}`}>
      <div>
        <h2 id={`ladder-${id}`}>{title}</h2>
        <p className="muted small">{t('portrait.ladder.basis', { document })}</p>
      </div>
      <ol className="ladder">
        {steps.map((step) => (
          <li key={step.id} className={`ladder-step ${step.held}${step.next ? ' next' : ''}`}>
            <VerdictMark kind={step.held === 'no' ? 'moot' : step.held} />
            <span>
              <span className="item-title">{step.title}</span>
              <span className="muted small">
                {t(step.next ? 'portrait.step.next' : `portrait.step.${step.held}`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {next.map((step) => (
        <NextStep key={step.id} company={company} step={step} />
      ))}
    </section>
  )
}

function NextStep({ company, step }: { readonly company: string; readonly step: StepStanding }) {
  const { t } = useText()
  return (
    <details className="ladder-next" open={step.programmes.length === 1}>
      <summary>
        <h3>{t('portrait.next', { title: step.title })}</h3>
      </summary>
      {step.programmes.length === 0 ? (
        <p className="muted">{t('portrait.next.nobody')}</p>
      ) : (
        step.programmes.map((programme) => (
          <Wanted key={programme.programme} company={company} programme={programme} />
        ))
      )}
    </details>
  )
}

function Wanted({ company, programme }: { readonly company: string; readonly programme: StepProgramme }) {
  const { t } = useText()
  const { verdict, lacking, missing, nearest } = programme
  return (
    <div className="stack ladder-programme">
      <p className="ladder-verdict">
        <VerdictMark kind={verdict} />
        <span>
          <Link to="/companies/$company" params={{ company }} search={{ entry: programme.programme }}>
            {programme.title}
          </Link>
          {t('portrait.next.verdict', {
            pack: programme.packTitle,
            verdict: t(`portrait.verdict.${verdict}`),
          })}
        </span>
      </p>
      {verdict === 'yes' && <p>{t('portrait.next.met')}</p>}
      {lacking.length > 0 && (
        <ul className="rows">
          {lacking.map((one) => (
            <li key={`${one.text} ${one.article}`}>
              <span className="ladder-verdict">
                <VerdictMark kind={one.verdict} />
                <span>
                  {one.text}
                  {one.article !== null && <span className="muted small"> {one.article}</span>}
                </span>
              </span>
              <span className="muted small number">
                {[
                  one.actual !== null && t('portrait.actual', { value: one.actual }),
                  one.required !== null && t('portrait.required', { value: one.required }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nearest !== null && (
        <p>
          <b>{t('portrait.nearest')}</b>
          {nearest}
        </p>
      )}
      {missing.length > 0 && (
        <p className="muted small">{t('portrait.missing', { facts: missing.join(t('common.comma')) })}</p>
      )}
    </div>
  )
}
