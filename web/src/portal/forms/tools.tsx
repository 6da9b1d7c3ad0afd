import '../../text/area/forms.js'
import { formFileUrl } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { lastYear } from './form-page.js'
import { type FormState, MOST_WHAT_IF } from './use-form.js'

const route = getRouteApi('/companies/$company/forms/$programme')

const YEARS = 3

interface ToolsProps {
  readonly company: string
  readonly years: readonly number[]
  readonly state: FormState
}

/** Which years stand side by side; one always does. */
function Years({ years }: Pick<ToolsProps, 'years'>) {
  const { t } = useText()
  const navigate = route.useNavigate()
  const latest = lastYear()
  const offered = [...new Set([...years, ...Array.from({ length: YEARS }, (_, i) => latest - i)])].sort(
    (a, b) => a - b,
  )
  const toggle = (year: number) => {
    const next = years.includes(year)
      ? years.filter((y) => y !== year)
      : [...years, year].sort((a, b) => a - b)
    if (next.length > 0) navigate({ search: { years: next }, resetScroll: false, replace: true })
  }
  return (
    <fieldset className="choices form-years">
      <legend>{t('forms.years')}</legend>
      {offered.map((year) => (
        <label key={year} className={`choice${years.includes(year) ? ' chosen' : ''}`}>
          <input type="checkbox" checked={years.includes(year)} onChange={() => toggle(year)} />
          {year}
        </label>
      ))}
    </fieldset>
  )
}

export function Tools({ company, years, state }: ToolsProps) {
  const { t, lang } = useText()
  const { form, whatIf, addWhatIf } = state
  const wish = { lang, years: [...years], whatIf: [...whatIf] }
  return (
    <section className="card stack tight no-print" aria-label={t('forms.tools')}>
      <div className="form-tools">
        <Years years={years} />
        <button type="button" className="button" onClick={addWhatIf} disabled={whatIf.length >= MOST_WHAT_IF}>
          <Icon name="plus" />
          {t('forms.what-if.add')}
        </button>
        <a className="button primary" href={formFileUrl(company, form.programme, 'xlsx', wish)} download>
          <Icon name="download" />
          {t('forms.download.xlsx')}
        </a>
        <a className="button" href={formFileUrl(company, form.programme, 'pdf', wish)} download>
          <Icon name="download" />
          {t('forms.download.pdf')}
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('forms.print')}
        </button>
      </div>
      {whatIf.length > 0 && <p className="muted small">{t('forms.what-if.hint')}</p>}
    </section>
  )
}
