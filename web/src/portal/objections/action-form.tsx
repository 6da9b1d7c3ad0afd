import '../../text/area/objection-case.js'
import type { ActOnObjection } from '@kehui/server/client'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { FactInput } from '../../ui/fact-input.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { TextArea } from '../../ui/text-area.js'

interface ActionFormProps {
  readonly action: ActOnObjection['action']
  /** Whether nothing but a name is owed. */
  readonly wordless: boolean
  /** Facts that the condition is about: the first to be corrected. */
  readonly facts: readonly string[]
  readonly error: string | null
  readonly busy: boolean
  readonly onSubmit: (body: ActOnObjection) => void
  readonly onCancel: () => void
}

/** What whoever objected does; the rest is for those who answer. */
const OBJECTOR: readonly ActOnObjection['action'][] = ['withdraw', 'reopen']

/** The words that an action owes, and for a correction the fact and its right value. */
export function ActionForm({ action, wordless, facts, error, busy, onSubmit, onCancel }: ActionFormProps) {
  const { t } = useText()
  const id = useId()
  const { name, keepName } = useActingName()
  const [note, setNote] = useState('')
  const [given, setGiven] = useState(name)
  const [fact, setFact] = useState(facts[0] ?? '')
  const [value, setValue] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const correcting = action === 'correct-fact'
  const shown = error === null ? errors : [{ field: `${id}-${wordless ? 'name' : 'note'}`, message: error }]
  const errorOf = (field: string) => errors.find((one) => one.field === `${id}-${field}`)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const wrong = [
      ...(correcting && fact === '' ? [{ field: `${id}-fact`, message: t('objection.fact.missing') }] : []),
      ...(correcting && value === ''
        ? [{ field: `${id}-value`, message: t('objection.value.missing') }]
        : []),
      ...(!wordless && note.trim() === ''
        ? [{ field: `${id}-note`, message: t('objection.note.missing') }]
        : []),
      ...(given.trim() === '' ? [{ field: `${id}-name`, message: t('objection.name.missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length > 0) return
    keepName(given)
    onSubmit({
      action,
      ...(wordless ? {} : { note: note.trim() }),
      ...(correcting ? { facts: { [fact]: value } } : {}),
    })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={shown} />
      {correcting && (
        <Correction
          id={id}
          facts={facts}
          fact={fact}
          value={value}
          onFact={(key) => {
            setFact(key)
            setValue('')
          }}
          onValue={setValue}
          wrong={errorOf('value') !== undefined}
        />
      )}
      {!wordless && (
        <TextArea
          id={`${id}-note`}
          label={t(action === 'reopen' ? 'objection.note.reopen' : 'objection.note')}
          hint={t(action === 'reopen' ? 'objection.note.reopen.hint' : 'objection.note.hint')}
          value={note}
          onChange={setNote}
          error={errorOf('note')}
        />
      )}
      <NameField
        id={`${id}-name`}
        label={t(OBJECTOR.includes(action) ? 'objection.name' : 'objection.acting-name')}
        value={given}
        onChange={setGiven}
        error={errorOf('name')}
      />
      <div className="actions spread">
        <button type="button" className="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t(`objection.do.${action}`)}
        </button>
      </div>
    </form>
  )
}

interface CorrectionProps {
  readonly id: string
  readonly facts: readonly string[]
  readonly fact: string
  readonly value: string
  readonly onFact: (key: string) => void
  readonly onValue: (value: string) => void
  readonly wrong: boolean
}

function Correction({ id, facts, fact, value, onFact, onValue, wrong }: CorrectionProps) {
  const { t } = useText()
  const { labelOf, questionOf, askable } = useFactLabels()
  const others = askable.filter(({ key }) => !facts.includes(key))
  const question = fact === '' ? undefined : questionOf(fact)
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-fact`}>{t('objection.fact')}</label>
        <select
          id={`${id}-fact`}
          className="input"
          value={fact}
          onChange={(event) => onFact(event.target.value)}
        >
          <option value="">{t('form.choose')}</option>
          {facts.map((key) => (
            <option key={key} value={key}>
              {labelOf(key)}
            </option>
          ))}
          {others.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {question && (
        <div className={`field${wrong ? ' wrong' : ''}`}>
          <span className="label" id={`${id}-value-label`}>
            {t('objection.value', { label: question.label })}
          </span>
          <FactInput
            id={`${id}-value`}
            fact={question}
            value={value}
            onChange={onValue}
            labelledBy={`${id}-value-label`}
            wrong={wrong}
          />
        </div>
      )}
    </>
  )
}
