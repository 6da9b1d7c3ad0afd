import '../../text/area/sandbox.js'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { useAllProgrammes } from '../../ui/use-all-programmes.js'
import { BureauOnly } from '../bureau-only.js'

function Choose() {
  const { t, lang } = useText()
  const id = useId()
  const navigate = useNavigate()
  const [programme, setProgramme] = useState('')
  const programmes = useAllProgrammes()
  const regions = useQuery({ queryKey: ['regions', lang], queryFn: () => api.regions({ lang }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (programme === '') document.getElementById(id)?.focus()
    else navigate({ to: '/cockpit/sandbox/$programme', params: { programme } })
  }
  return (
    <form className="card field" onSubmit={submit}>
      <label htmlFor={id}>{t('sandbox.choose')}</label>
      <span className="input-row">
        <select
          id={id}
          className="input"
          value={programme}
          onChange={(event) => setProgramme(event.target.value)}
        >
          <option value="">{t('form.choose')}</option>
          {(regions.data ?? []).map((region) => (
            <optgroup key={region.id} label={region.title}>
              {(programmes.data ?? [])
                .filter(({ pack }) => pack === region.id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <button type="submit" className="button primary">
          {t('sandbox.open')}
        </button>
      </span>
    </form>
  )
}

export function SandboxesPage() {
  const { t } = useText()
  return (
    <BureauOnly title="sandbox.title">
      <div className="page stack cockpit">
        <h1>{t('sandbox.title')}</h1>
        <p className="muted">{t('sandbox.lead')}</p>
        <Choose />
        <p>
          <Link to="/workbench/reports">{t('sandbox.source.from')}</Link>
        </p>
      </div>
    </BureauOnly>
  )
}
