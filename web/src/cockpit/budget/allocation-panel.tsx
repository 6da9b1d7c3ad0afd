import '../../text/area/budget.js'
import type { AllocationAsk, BudgetProgramme } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { AllocationResult } from './allocation-result.js'
import { fenOfWan, wanOfFen } from './amount.js'

const METHODS = ['rank', 'first-come', 'pro-rata', 'over-years'] as const
type Method = (typeof METHODS)[number]

/** A budget and a method: who is paid, and who falls out. */
export function AllocationPanel({ programmes }: { readonly programmes: readonly BudgetProgramme[] }) {
  const { t } = useText()
  const id = useId()
  const [asked, setAsked] = useState<AllocationAsk>()
  const found = useQuery({
    queryKey: ['allocation', asked],
    queryFn: () => staffApi.allocation(asked as AllocationAsk),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{t('budget.short')}</h2>
      <AllocationForm programmes={programmes} onAsk={setAsked} />
      {found.isError && <PartFailure query={found} />}
      {asked && found.isPending && <p role="status">{t('budget.working')}</p>}
      {asked && found.data && <AllocationResult asked={asked} found={found.data} />}
    </section>
  )
}

interface FormProps {
  readonly programmes: readonly BudgetProgramme[]
  readonly onAsk: (ask: AllocationAsk) => void
}

function AllocationForm({ programmes, onAsk }: FormProps) {
  const { t, lang } = useText()
  const id = useId()
  const [chosen, setChosen] = useState(programmes.find(({ declared }) => declared)?.id ?? programmes[0]?.id)
  const programme = programmes.find((one) => one.id === chosen) ?? programmes[0]
  const [amount, setAmount] = useState(() => startAmount(programme))
  const [method, setMethod] = useState<Method>(() => startMethod(programme))
  const [partly, setPartly] = useState(false)
  const [possible, setPossible] = useState(false)
  const [isWrong, setWrong] = useState(false)
  if (!programme) return null
  const choose = (next: string) => {
    const found = programmes.find((one) => one.id === next)
    setChosen(next)
    setAmount(startAmount(found))
    setMethod(startMethod(found))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const budgetFen = fenOfWan(amount)
    setWrong(budgetFen === null)
    if (budgetFen === null) return document.getElementById(`${id}-amount`)?.focus()
    onAsk({ programme: programme.id, budgetFen, method, partly, possible, lang })
  }
  const inTurn = method === 'rank' || method === 'first-come'
  return (
    <form className="budget-form" onSubmit={submit} noValidate>
      <span className="field">
        <label htmlFor={`${id}-programme`}>{t('budget.programme')}</label>
        <select
          id={`${id}-programme`}
          className="input"
          value={programme.id}
          onChange={(event) => choose(event.target.value)}
        >
          {programmes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </span>
      <span className="field">
        <label htmlFor={`${id}-method`}>{t('budget.method')}</label>
        <select
          id={`${id}-method`}
          className="input"
          value={method}
          onChange={(event) => setMethod(METHODS.find((one) => one === event.target.value) ?? 'pro-rata')}
        >
          {METHODS.filter((one) => one !== 'rank' || programme.scored).map((one) => (
            <option key={one} value={one}>
              {t(`budget.method.${one}`)}
            </option>
          ))}
        </select>
      </span>
      <TextField
        id={`${id}-amount`}
        label={`${t('budget.amount')}（${t('budget.unit')}）`}
        hint={t('budget.amount.hint')}
        value={amount}
        error={isWrong ? t('budget.amount.wrong') : undefined}
        onChange={setAmount}
      />
      <span className="budget-boxes">
        {inTurn && <Box label={t('budget.partly')} isSet={partly} onSet={setPartly} />}
        <Box label={t('budget.with-possible')} isSet={possible} onSet={setPossible} />
      </span>
      <button type="submit" className="button primary">
        {t('budget.run')}
      </button>
    </form>
  )
}

function Box(props: {
  readonly label: string
  readonly isSet: boolean
  readonly onSet: (value: boolean) => void
}) {
  return (
    <label className="budget-choice">
      <input type="checkbox" checked={props.isSet} onChange={(event) => props.onSet(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  )
}

function startAmount(programme: BudgetProgramme | undefined): string {
  return wanOfFen(programme?.declared?.budgetFen ?? programme?.certainFen ?? '0')
}

function startMethod(programme: BudgetProgramme | undefined): Method {
  const declared = METHODS.find((one) => one === programme?.declared?.method)
  return declared && (declared !== 'rank' || programme?.scored) ? declared : 'pro-rata'
}
