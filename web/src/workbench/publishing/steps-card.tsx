import '../../text/area/publishing.js'
import type { DraftDetail, DraftStep } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { StepDialog } from './step-dialog.js'

/** In the order in which they are looked for; the first that is offered is the main one. */
const STEPS: readonly DraftStep[] = ['publish', 'sign', 'submit', 'rebase', 'return', 'withdraw', 'discard']
const PRIMARY: readonly DraftStep[] = ['publish', 'sign', 'submit']
const DANGER: readonly DraftStep[] = ['withdraw', 'discard']

/** What the reader may do now; where it is somebody else's turn, whose. */
export function StepsCard({ draft, dirty }: { readonly draft: DraftDetail; readonly dirty: boolean }) {
  const { t } = useText()
  const [step, setStep] = useState<DraftStep | null>(null)
  const offered = STEPS.filter((one) => draft.actions.includes(one) && (one !== 'rebase' || draft.baseMoved))
  const waits = draft.state === 'review' && !draft.actions.includes('sign')
  return (
    <section className="card stack tight">
      <h2>{t('step.title')}</h2>
      {waits && (
        <p className="notice">{t('step.wait.own', { names: draft.authors.join(t('common.comma')) })}</p>
      )}
      {offered.length === 0 && <p className="muted">{t('step.none')}</p>}
      {dirty && offered.length > 0 && <p className="notice warn">{t('step.unsaved')}</p>}
      <div className="actions">
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            className={`button${PRIMARY.includes(one) ? ' primary' : ''}${DANGER.includes(one) ? ' danger' : ''}`}
            aria-disabled={dirty}
            onClick={() => (dirty ? undefined : setStep(one))}
          >
            {t(`step.${one}`)}
          </button>
        ))}
      </div>
      {step && <StepDialog draft={draft} step={step} onClose={() => setStep(null)} />}
    </section>
  )
}
