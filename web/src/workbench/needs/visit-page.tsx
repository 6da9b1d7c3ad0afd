import '../../text/area/need-channels.js'
import '../../text/area/demands.js'
import type { DemandDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { BLANK } from '../../portal/demands/blank.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { Icon } from '../../ui/icon.js'
import { todayInChina } from '../../ui/local-day.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { CompanyFinder } from '../desk/company-finder.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'

interface Chosen {
  readonly id: string
  readonly name: string
}

/** A need that somebody told on a visit: whose, when and by whom; then it is written like any other. */
export function VisitPage() {
  return (
    <StaffOnly title="visit.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t } = useText()
  const [company, setCompany] = useState<Chosen | null>(null)
  return (
    <div className="page stack plain">
      <Link to="/demands" className="back">
        <Icon name="back" />
        {t('demands.title')}
      </Link>
      <h1>{t('visit.title')}</h1>
      <p className="muted">{t('visit.lead')}</p>
      <section className="card stack">
        {company === null ? (
          <CompanyFinder label="visit.company" onChoose={(id, name) => setCompany({ id, name })} />
        ) : (
          <>
            <p>
              <span className="muted small">{t('visit.company')}</span>
              <br />
              <b>{company.name}</b>
            </p>
            <p>
              <button type="button" className="button" onClick={() => setCompany(null)}>
                {t('visit.change')}
              </button>
            </p>
            <Start company={company} />
          </>
        )}
      </section>
    </div>
  )
}

function Start({ company }: { readonly company: Chosen }) {
  const { t } = useText()
  const { name, keepName } = useActingName()
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const today = todayInChina()
  const [on, setOn] = useState(today)
  const [toldBy, setToldBy] = useState('')
  const [given, setGiven] = useState(name)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  const start = useMutation({
    mutationFn: (): Promise<DemandDetail> =>
      api.createDemand(company.id, {
        content: BLANK,
        channel: 'visit',
        visit: { on, toldBy: toldBy.trim() },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['demands'] })
      await navigate({ to: '/demands/$demand/edit', params: { demand: id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (start.isPending) return
    const owed = (field: string, missing: boolean, message: string) => (missing ? [{ field, message }] : [])
    const wrong = [
      ...owed('visit-on', on === '' || on > today, t('visit.on.wrong')),
      ...owed('visit-told', toldBy.trim() === '', t('visit.told.missing')),
      ...owed('visit-name', given.trim() === '', t('objection.name.missing')),
    ]
    setErrors(wrong)
    if (wrong.length > 0) return
    keepName(given)
    start.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <FieldFrame id="visit-on" label={t('visit.on')} error={errorOf('visit-on')}>
        <input
          id="visit-on"
          type="date"
          className="input"
          value={on}
          max={today}
          aria-invalid={errorOf('visit-on') !== undefined}
          onChange={({ target }) => setOn(target.value)}
        />
      </FieldFrame>
      <TextField
        id="visit-told"
        label={t('visit.told')}
        hint={t('visit.told.hint')}
        value={toldBy}
        onChange={setToldBy}
        error={errorOf('visit-told')}
      />
      <NameField id="visit-name" value={given} onChange={setGiven} error={errorOf('visit-name')} />
      {start.isError && (
        <p className="notice bad" role="alert">
          {messageOf(start.error)}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={start.isPending}>
          {t('visit.start')}
        </button>
      </div>
    </form>
  )
}
