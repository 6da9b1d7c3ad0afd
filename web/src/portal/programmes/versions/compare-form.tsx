import '../../../text/area/versions.js'
import type { VersionList } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../../text/use-text.js'
import { localTime } from '../../../ui/local-time.js'

const route = getRouteApi('/programmes/$programme/versions')
type Version = VersionList['versions'][number]

interface VersionFieldProps {
  readonly label: string
  readonly value: number
  readonly versions: readonly Version[]
  readonly onChange: (snapshot: number) => void
}

function VersionField({ label, value, versions, onChange }: VersionFieldProps) {
  const { t, lang } = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {versions.map(({ snapshot, since, current }) => (
          <option key={snapshot} value={snapshot}>
            {localTime(since, lang)} {current ? t('versions.current') : ''}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Any two versions; at first the last two. */
export function CompareForm({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [from, setFrom] = useState(search.from ?? versions[1]?.snapshot ?? 0)
  const [to, setTo] = useState(search.to ?? versions[0]?.snapshot ?? 0)
  useEffect(() => {
    if (search.from !== undefined) setFrom(search.from)
    if (search.to !== undefined) setTo(search.to)
  }, [search.from, search.to])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    navigate({ search: { ...search, from, to }, hash: 'comparison' })
  }
  return (
    <form className="card stack tight no-print" onSubmit={submit}>
      <h2>{t('versions.compare')}</h2>
      <div className="compare-fields">
        <VersionField label={t('versions.old')} value={from} versions={versions} onChange={setFrom} />
        <VersionField label={t('versions.new')} value={to} versions={versions} onChange={setTo} />
        <button type="submit" className="button primary">
          {t('versions.show')}
        </button>
      </div>
    </form>
  )
}
