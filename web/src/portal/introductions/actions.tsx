import '../../text/area/demands.js'
import type { ActOnIntroduction, IntroductionDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { fenOf } from '../demands/wan.js'
import { NOBODY, type Said, SaidFields } from './said-fields.js'

type Action = ActOnIntroduction['action']
type Outcome = NonNullable<ActOnIntroduction['outcome']>

const NEEDS: Readonly<Partial<Record<Action, 'note' | 'day' | 'outcome'>>> = {
  decline: 'outcome',
  schedule: 'day',
  miss: 'note',
  conclude: 'outcome',
  withdraw: 'note',
  reopen: 'note',
}
const AGAINST: readonly Outcome[] = [
  'field-differs',
  'not-mature',
  'performance',
  'price',
  'time',
  'rights',
  'no-capacity',
  'solved-elsewhere',
  'need-unclear',
  'other',
]
const ALL: readonly Outcome[] = ['contract', 'in-talks', 'trial', ...AGAINST]

interface FormProps {
  readonly action: Action
  /** The team writes down what a side told it. */
  readonly onBehalf: boolean
  readonly busy: boolean
  readonly onSubmit: (body: ActOnIntroduction) => void
}

/** What an action owes: a day, a coded outcome or a reason; and who stands by it. */
function ActionForm({ action, onBehalf, busy, onSubmit }: FormProps) {
  const { t } = useText()
  const { name, keepName } = useActingName()
  const [given, setGiven] = useState(name)
  const [note, setNote] = useState('')
  const [day, setDay] = useState('')
  const [outcome, setOutcome] = useState<Outcome | ''>('')
  const [contract, setContract] = useState('')
  const [amount, setAmount] = useState('')
  const [said, setSaid] = useState<Said>(NOBODY)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const needs = NEEDS[action]
  const signs = outcome === 'contract'
  const errorOf = (field: string) => errors.find((one) => one.field === `act-${field}`)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const owed = (field: string, missing: boolean, message: string) =>
      missing ? [{ field: `act-${field}`, message }] : []
    const amountFen = fenOf(amount)
    const wrong = [
      ...owed('day', needs === 'day' && day === '', t('introduction.meets.missing')),
      ...owed('outcome', needs === 'outcome' && outcome === '', t('introduction.outcome.missing')),
      ...owed('note', needs === 'note' && note.trim() === '', t('introduction.note.missing')),
      ...owed('amount', signs && amountFen === undefined, t('demand.part.budget.wrong')),
      ...owed('said', onBehalf && said.by.trim() === '', t('introduction.said.missing')),
      ...owed('name', given.trim() === '', t('objection.name.missing')),
    ]
    setErrors(wrong)
    if (wrong.length > 0) return
    keepName(given)
    onSubmit({
      action,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(needs === 'day' ? { meetsOn: day } : {}),
      ...(outcome === '' ? {} : { outcome }),
      ...(signs && contract.trim() !== '' ? { contract: contract.trim() } : {}),
      ...(signs && amountFen ? { amountFen } : {}),
      ...(onBehalf ? { said: { ...said, by: said.by.trim() } } : {}),
    })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {needs === 'day' && (
        <FieldFrame id="act-day" label={t('introduction.meets')} error={errorOf('day')}>
          <input
            id="act-day"
            type="date"
            className="input"
            value={day}
            aria-invalid={errorOf('day') !== undefined}
            onChange={({ target }) => setDay(target.value)}
          />
        </FieldFrame>
      )}
      {needs === 'outcome' && (
        <FieldFrame id="act-outcome" label={t('introduction.outcome')} error={errorOf('outcome')}>
          <select
            id="act-outcome"
            className="input"
            value={outcome}
            aria-invalid={errorOf('outcome') !== undefined}
            onChange={({ target }) => setOutcome(ALL.find((one) => one === target.value) ?? '')}
          >
            <option value="">{t('form.choose')}</option>
            {(action === 'decline' ? AGAINST : ALL).map((one) => (
              <option key={one} value={one}>
                {t(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </FieldFrame>
      )}
      {signs && (
        <>
          <TextField
            id="act-contract"
            label={t('introduction.contract')}
            optional
            value={contract}
            onChange={setContract}
          />
          <TextField
            id="act-amount"
            label={t('introduction.amount')}
            optional
            value={amount}
            onChange={setAmount}
            error={errorOf('amount')}
          />
        </>
      )}
      {onBehalf && <SaidFields said={said} onChange={setSaid} error={errorOf('said')} />}
      {needs !== undefined && (
        <TextArea
          id="act-note"
          label={t('introduction.note')}
          optional={needs !== 'note'}
          value={note}
          onChange={setNote}
          error={errorOf('note')}
        />
      )}
      <NameField id="act-name" value={given} onChange={setGiven} error={errorOf('name')} />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t(`introduction.do.${action}`)}
        </button>
      </div>
    </form>
  )
}

/** What the reader can do for the side that is acted for. */
export function IntroductionActions({
  introduction,
  as,
  staff,
}: {
  readonly introduction: IntroductionDetail
  readonly as: string | undefined
  readonly staff: boolean
}) {
  const { t } = useText()
  const { name } = useActingName()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Action | null>(null)
  const act = useMutation({
    mutationFn: (body: ActOnIntroduction) => api.actOnIntroduction(introduction.id, body, as),
    onSuccess: async (_, { action }) => {
      setChosen(null)
      await queries.invalidateQueries()
      keepFocus('introduction-title')
      notify({ text: t('demand.done', { action: t(`introduction.do.${action}`) }), tone: 'good' })
    },
  })
  const onBehalf = staff && as !== undefined
  const isPlain = (action: Action) => name !== '' && NEEDS[action] === undefined && !onBehalf
  const start = (action: Action) => {
    act.reset()
    if (isPlain(action)) act.mutate({ action })
    else setChosen(chosen === action ? null : action)
  }
  if (introduction.actions.length === 0) return null
  return (
    <section className="card stack no-print" aria-labelledby="actions-title">
      <h2 id="actions-title" className="card-title">
        {t('objection.actions')}
      </h2>
      <div className="actions">
        {introduction.actions.map((action) => (
          <button
            key={action}
            type="button"
            className={`button${action === chosen ? ' primary' : ''}`}
            aria-expanded={isPlain(action) ? undefined : action === chosen}
            aria-disabled={act.isPending}
            onClick={() => (act.isPending ? undefined : start(action))}
          >
            {t(`introduction.do.${action}`)}
          </button>
        ))}
      </div>
      {act.isError && (
        <p className="notice bad" role="alert">
          {messageOf(act.error)}
        </p>
      )}
      {chosen !== null && (
        <ActionForm
          key={chosen}
          action={chosen}
          onBehalf={onBehalf}
          busy={act.isPending}
          onSubmit={(body) => act.mutate(body)}
        />
      )}
    </section>
  )
}
