import '../../text/area/reports.js'
import type { DecideFact, ReportFact } from '@kehui/server/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { periodText } from './period-text.js'

const KINDS: Readonly<Record<string, MessageKey>> = {
  count: 'reports.kind.count',
  amount: 'reports.kind.amount',
  growth: 'reports.kind.growth',
  share: 'reports.kind.share',
  rank: 'reports.kind.rank',
  ratio: 'reports.kind.ratio',
  threshold: 'reports.kind.threshold',
  duration: 'reports.kind.duration',
}

interface FactPanelProps {
  readonly fact: ReportFact
  /** Shown, and not to be decided. */
  readonly readOnly: boolean
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
  readonly onDecide: (body: DecideFact) => void
}

/** How the chosen figure was read, and what is decided of it. */
export function FactPanel({ fact, readOnly, editing, onEdit, onDecide }: FactPanelProps) {
  const { t } = useText()
  const { correction } = fact
  const kind = KINDS[fact.kind]
  const rows: readonly [MessageKey, string][] = [
    ['reports.subject', correction?.subject ?? fact.subject],
    ['reports.indicator', fact.indicator],
    ['reports.value', `${correction?.value ?? fact.value} ${correction?.unit ?? fact.unit}`],
    ['reports.kind', `${kind ? t(kind) : fact.kind}${fact.comparison ? `（${fact.comparison.text}）` : ''}`],
    ['reports.period', periodText(correction ? correction.period : fact.period, t)],
    ['reports.place', `${fact.region.province ?? ''}${fact.region.city ?? ''}` || '–'],
    ['reports.organisation', fact.organisation ?? '–'],
  ]
  return (
    <section className="card stack" aria-labelledby="fact-title">
      <h2 id="fact-title">
        {fact.valueText.replaceAll(/\s+/g, '')}{' '}
        <span className={`tag${fact.state === 'accepted' || fact.state === 'corrected' ? ' yes' : ''}`}>
          {t(`reports.state.${fact.state}`)}
        </span>
      </h2>
      <dl className="fact-rows">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing && !readOnly && (
        <Correct key={fact.n} fact={fact} onDecide={onDecide} onLeave={() => onEdit(false)} />
      )}
      {!editing && !readOnly && (
        <div className="actions">
          <button type="button" className="button primary" onClick={() => onDecide({ state: 'accepted' })}>
            {t('reports.accept')}
          </button>
          <button type="button" className="button" onClick={() => onEdit(true)}>
            {t('reports.correct')}
          </button>
          <button type="button" className="button" onClick={() => onDecide({ state: 'rejected' })}>
            {t('reports.reject')}
          </button>
        </div>
      )}
      {!readOnly && <NameIndicator key={`name-${fact.n}`} fact={fact} />}
    </section>
  )
}

interface CorrectProps extends Pick<FactPanelProps, 'fact' | 'onDecide'> {
  readonly onLeave: () => void
}

/** Whoever pressed E writes at once; Escape leads back to the mark. */
function Correct({ fact, onDecide, onLeave }: CorrectProps) {
  const { t } = useText()
  useEffect(() => document.getElementById('fact-subject')?.focus(), [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onLeave()
    document.getElementById(`fact-${fact.n}`)?.focus()
  }
  const [value, setValue] = useState(fact.correction?.value ?? fact.value)
  const [unit, setUnit] = useState(fact.correction?.unit ?? fact.unit)
  const [subject, setSubject] = useState(fact.correction?.subject ?? fact.subject)
  const [period, setPeriod] = useState((fact.correction ? fact.correction.period : fact.period) ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDecide({ state: 'corrected', correction: { value, unit, subject, period: period.trim() || null } })
  }
  return (
    <form className="stack" onSubmit={submit} onKeyDown={leave} noValidate>
      <TextField
        id="fact-subject"
        label={t('reports.subject')}
        value={subject}
        onChange={setSubject}
        error={undefined}
      />
      <TextField
        id="fact-value"
        label={t('reports.value')}
        value={value}
        onChange={setValue}
        error={undefined}
      />
      <TextField id="fact-unit" label={t('reports.unit')} value={unit} onChange={setUnit} error={undefined} />
      <TextField
        id="fact-period"
        label={t('reports.period')}
        value={period}
        onChange={setPeriod}
        error={undefined}
      />
      <div className="actions">
        <button type="submit" className="button primary">
          {t('reports.save')}
        </button>
      </div>
    </form>
  )
}

/** What the figure's words mean, for this and every other report. */
function NameIndicator({ fact }: { readonly fact: ReportFact }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [indicator, setIndicator] = useState(fact.indicator)
  const remember = useMutation({
    mutationFn: () =>
      staffApi.nameIndicator({ subjects: [fact.correction?.subject ?? fact.subject], indicator }),
    onSuccess: () => notify({ text: t('reports.remembered'), tone: 'good' }),
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (indicator.trim() !== '') remember.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        id="fact-indicator"
        label={t('reports.indicator')}
        value={indicator}
        onChange={setIndicator}
        error={undefined}
      />
      <div className="actions">
        <button type="submit" className="button">
          {t('reports.remember')}
        </button>
      </div>
    </form>
  )
}
