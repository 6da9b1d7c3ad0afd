import '../../text/area/publishing.js'
import type { DraftDetail, DraftStep } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { notify } from '../../ui/notify.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { useEffectOf } from './effect-panel.js'

/** Where somebody else has to understand later why. */
const WANTS_NOTE: readonly DraftStep[] = ['return', 'withdraw', 'discard']

interface StepDialogProps {
  readonly draft: DraftDetail
  readonly step: DraftStep
  readonly onClose: () => void
}

export function StepDialog({ draft, step, onClose }: StepDialogProps) {
  const { t } = useText()
  const id = useId()
  const messageOf = useMessageOf()
  const wantsNote = WANTS_NOTE.includes(step)
  const wantsReading = step === 'sign' && draft.reading?.open === true
  const [note, setNote] = useState('')
  const [reading, setReading] = useState<string | null>(null)
  const [wrong, setWrong] = useState<'note' | 'reading' | null>(null)
  const take = useStep(draft, step, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (take.isPending) return
    const missing =
      wantsReading && reading === null ? 'reading' : wantsNote && note.trim() === '' ? 'note' : null
    setWrong(missing)
    if (missing === null) take.mutate({ note: note.trim() || null, reading })
    else document.getElementById(`${id}-${missing}`)?.focus()
  }
  return (
    <Frame title={t(`step.${step}`)} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t(`step.${step}.lead`)}</p>
        {step === 'publish' && <EffectNote draft={draft} />}
        {wantsReading && draft.reading && (
          <ReadingChoice
            id={`${id}-reading`}
            reading={draft.reading}
            chosen={reading}
            wrong={wrong === 'reading'}
            onChoose={setReading}
          />
        )}
        <TextArea
          id={`${id}-note`}
          label={t(wantsNote ? 'step.note' : 'step.note.optional')}
          optional={!wantsNote}
          rows={3}
          value={note}
          error={wrong === 'note' ? t('step.note.missing') : undefined}
          onChange={setNote}
        />
        {take.isError && (
          <p className="notice bad" role="alert">
            {messageOf(take.error)}
          </p>
        )}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" aria-disabled={take.isPending}>
            {t(`step.${step}`)}
          </button>
        </div>
      </form>
    </Frame>
  )
}

interface FrameProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog; in large text, where nothing pops up, a part of the page that takes the focus. */
function Frame({ title, onClose, children }: FrameProps) {
  const { large } = usePreferences()
  const id = useId()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => ref.current?.focus(), [])
  if (!large)
    return (
      <Dialog title={title} onClose={onClose}>
        {children}
      </Dialog>
    )
  return (
    <section ref={ref} className="notice stack" aria-labelledby={id} tabIndex={-1}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function useStep(draft: DraftDetail, step: DraftStep, onDone: () => void) {
  const { t } = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: { note: string | null; reading: string | null }) =>
      staffApi.stepDraft(draft.id, step, { ...given, revision: draft.revision }),
    onSuccess: (after) => {
      queries.setQueriesData({ queryKey: ['draft', draft.id] }, after)
      // What is in force may be another text now: every page is asked for anew.
      queries.invalidateQueries()
      notify({ text: t('step.done', { step: t(`step.${step}`) }), tone: 'good' })
      onDone()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['draft', draft.id] }),
  })
}

function EffectNote({ draft }: { readonly draft: DraftDetail }) {
  const { t } = useText()
  const { data } = useEffectOf(draft.id)
  const known = data?.state === 'done' && data.current
  return (
    <p className={`notice${known ? '' : ' warn'}`}>
      {known ? t('step.publish.effect', { changed: data.changed }) : t('step.publish.no-effect')}
    </p>
  )
}

interface ReadingChoiceProps {
  readonly id: string
  readonly reading: NonNullable<DraftDetail['reading']>
  readonly chosen: string | null
  readonly wrong: boolean
  readonly onChoose: (option: string) => void
}

function ReadingChoice({ id, reading, chosen, wrong, onChoose }: ReadingChoiceProps) {
  const { t } = useText()
  return (
    <fieldset className={`field${wrong ? ' wrong' : ''}`} id={id} tabIndex={-1}>
      <legend>{t('step.reading')}</legend>
      <span className="hint">{reading.question}</span>
      {wrong && (
        <span className="error" role="alert">
          {t('step.reading.missing')}
        </span>
      )}
      <span className="choices">
        {reading.options.map((option) => (
          <label key={option.id} className={`choice${option.id === chosen ? ' chosen' : ''}`}>
            <input
              type="radio"
              name={id}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
            />
            {option.label}
          </label>
        ))}
      </span>
    </fieldset>
  )
}
