import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.js'
import { usePageTitle } from '../../ui/page-title.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const FIELDS = ['name', 'creditCode', 'place'] as const
type Field = (typeof FIELDS)[number]

/** Which field a refusal is about; the name's, where it names none. */
function fieldOf(details: unknown): Field {
  const path =
    typeof details === 'object' && details !== null && 'field' in details ? String(details.field) : ''
  return FIELDS.find((field) => field === path) ?? 'name'
}

export function NewCompanyPage() {
  const { t } = useText()
  const navigate = useNavigate()
  const messageOf = useMessageOf()
  const [values, setValues] = useState<Record<Field, string>>({ name: '', creditCode: '', place: '' })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  usePageTitle(t('companies.new.title'))
  const create = useMutation({
    mutationFn: () =>
      api.createSubject({
        name: values.name.trim(),
        audience: 'enterprise',
        place: values.place.trim(),
        ...(values.creditCode.trim() === '' ? {} : { creditCode: values.creditCode.trim() }),
      }),
    onSuccess: ({ id }) => navigate({ to: '/companies/$company', params: { company: id } }),
    onError: (error) =>
      setErrors([{ field: fieldOf('details' in error ? error.details : null), message: messageOf(error) }]),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacking = (['name', 'place'] as const).filter((field) => values[field].trim() === '')
    setErrors(
      lacking.map((field) => ({ field, message: t('form.required', { label: t(`companies.${field}`) }) })),
    )
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
        <TextField {...bind('name')} label={t('companies.name')} autoComplete="organization" />
        <TextField {...bind('creditCode')} label={t('companies.code')} optional />
        <TextField {...bind('place')} label={t('companies.place')} hint={t('companies.place.hint')} />
        <div className="actions">
          <button type="submit" className="button primary" aria-disabled={create.isPending}>
            {t('companies.create')}
          </button>
        </div>
      </form>
    </div>
  )
}
