import '../../text/area/companies.js'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { usePageTitle } from '../../ui/page-title.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const FIELDS = ['name', 'creditCode', 'place'] as const
type Field = (typeof FIELDS)[number]

const KINDS = ['enterprise', 'institution', 'incubator', 'project'] as const
type Kind = (typeof KINDS)[number]

/** Which field a refusal is about; the name's, where it names none. */
function fieldOf(details: unknown): Field {
  const path =
    typeof details === 'object' && details !== null && 'field' in details ? String(details.field) : ''
  return FIELDS.find((field) => field === path) ?? 'name'
}

/** The places that may be meant, where the server could not tell. */
function suggestedPlaces(details: unknown): readonly string[] {
  const found =
    typeof details === 'object' && details !== null && 'suggestions' in details ? details.suggestions : []
  return Array.isArray(found) ? found.filter((place) => typeof place === 'string') : []
}

interface KindFieldProps {
  readonly kind: Kind
  readonly onKind: (kind: Kind) => void
}

function KindField({ kind, onKind }: KindFieldProps) {
  const { t } = useText()
  return (
    <fieldset className="choices">
      <legend>{t('companies.audience')}</legend>
      {KINDS.map((value) => (
        <label key={value} className={`choice${kind === value ? ' chosen' : ''}`}>
          <input type="radio" name="kind" checked={kind === value} onChange={() => onKind(value)} />
          {t(`audience.${value}`)}
        </label>
      ))}
    </fieldset>
  )
}

interface MeantPlacesProps {
  readonly places: readonly string[]
  readonly onChoose: (place: string) => void
}

function MeantPlaces({ places, onChoose }: MeantPlacesProps) {
  const { t } = useText()
  if (places.length === 0) return null
  return (
    <fieldset className="actions">
      <legend className="small muted">{t('companies.place.meant')}</legend>
      {places.map((place) => (
        <button key={place} type="button" className="button" onClick={() => onChoose(place)}>
          {place}
        </button>
      ))}
    </fieldset>
  )
}

function labelKeyOf(field: Field, kind: Kind): MessageKey {
  if (field === 'creditCode') return 'companies.code'
  if (field === 'place') return 'companies.place'
  return kind === 'enterprise' ? 'companies.name' : 'companies.name.other'
}

export function NewCompanyPage() {
  const { t } = useText()
  const navigate = useNavigate()
  const messageOf = useMessageOf()
  const [values, setValues] = useState<Record<Field, string>>({ name: '', creditCode: '', place: '' })
  const [kind, setKind] = useState<Kind>('enterprise')
  const [places, setPlaces] = useState<readonly string[]>([])
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  usePageTitle(t('companies.new.title'))
  const create = useMutation({
    mutationFn: () =>
      api.createSubject({
        name: values.name.trim(),
        audience: kind,
        place: values.place.trim(),
        ...(values.creditCode.trim() === '' ? {} : { creditCode: values.creditCode.trim() }),
      }),
    onSuccess: ({ id }) => navigate({ to: '/companies/$company', params: { company: id } }),
    onError: (error) => {
      const details = 'details' in error ? error.details : null
      setErrors([{ field: fieldOf(details), message: messageOf(error) }])
      setPlaces(suggestedPlaces(details))
    },
  })
  const labelOf = (field: Field) => t(labelKeyOf(field, kind))
  const choosePlace = (place: string) => {
    setValues({ ...values, place })
    setErrors([])
    setPlaces([])
    document.getElementById('place')?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setPlaces([])
    const lacking = (['name', 'place'] as const).filter((field) => values[field].trim() === '')
    setErrors(lacking.map((field) => ({ field, message: t('form.required', { label: labelOf(field) }) })))
    if (lacking.length === 0) create.mutate()
  }
  const bind = (field: Field) => ({
    id: field,
    value: values[field],
    error: errors.find((error) => error.field === field)?.message,
    onChange: (value: string) => setValues({ ...values, [field]: value }),
  })
  return (
    <div className="page stack plain">
      <h1>{t('companies.new.title')}</h1>
      <p className="muted">{t('companies.new.lead')}</p>
      <ErrorSummary errors={errors} />
      <form className="card stack" onSubmit={submit} noValidate>
        <KindField kind={kind} onKind={setKind} />
        <TextField {...bind('name')} label={labelOf('name')} autoComplete="organization" />
        <TextField {...bind('creditCode')} label={labelOf('creditCode')} optional />
        <TextField {...bind('place')} label={labelOf('place')} hint={t('companies.place.hint')} />
        <MeantPlaces places={places} onChoose={choosePlace} />
        <div className="actions">
          <button type="submit" className="button primary" aria-disabled={create.isPending}>
            {t('companies.create')}
          </button>
        </div>
      </form>
    </div>
  )
}
