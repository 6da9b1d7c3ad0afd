import '../../text/area/forms.js'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Columns } from './columns.js'
import { FormTable } from './form-table.js'
import { Tools } from './tools.js'
import { useForm } from './use-form.js'
import '../registry/registry.css'
import './forms.css'

const route = getRouteApi('/companies/$company/forms/$programme')

/** Figures of the year before are what is decided on. */
export function lastYear(): number {
  return new Date().getFullYear() - 1
}

/** One programme's form: every clause, every figure with its source, years and what-if columns side by side. */
export function FormPage() {
  const { t } = useText()
  const { company, programme } = route.useParams()
  const { years = [lastYear()] } = route.useSearch()
  const messageOf = useMessageOf()
  const { state, error, retry } = useForm(company, programme, years)
  usePageTitle(state?.form.title ?? t('forms.title'))
  if (error) return <Failure message={messageOf(error)} retry={retry} />
  if (!state) return <Loading />
  const { form } = state
  const { document, number, url } = form.document
  const basis = number === undefined ? document : `${document}（${number}）`
  return (
    <div className="page stack forms-page">
      <Link to="/companies/$company/forms" params={{ company }} className="back no-print">
        <Icon name="back" />
        {t('forms.back')}
      </Link>
      <header className="stack tight">
        <h1>{form.title}</h1>
        <p>
          <Link to="/companies/$company" params={{ company }}>
            {form.subject.name}
          </Link>
        </p>
        <p className="muted small">
          {t('forms.document')}
          {t('common.colon')}
          {url?.startsWith('https://') ? (
            <a href={url} rel="noreferrer" target="_blank">
              {basis}
            </a>
          ) : (
            basis
          )}
          {form.issuer && `　${t('forms.issuer')}${t('common.colon')}${form.issuer}`}
        </p>
      </header>
      <Tools company={company} years={years} state={state} />
      <Columns state={state} />
      <FormTable state={state} />
      <p className="muted small">{[form.note, t('forms.note')].filter(Boolean).join(' ')}</p>
    </div>
  )
}
