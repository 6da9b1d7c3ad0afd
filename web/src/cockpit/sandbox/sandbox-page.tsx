import '../../text/area/sandbox.js'
import type { SandboxStart } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { BureauOnly } from '../bureau-only.js'
import { BackToSandbox } from './back.js'
import { SandboxView } from './sandbox-view.js'

const route = getRouteApi('/cockpit/sandbox/$programme')

/** Which text the new one is held against. */
function Against({ start, value }: { readonly start: SandboxStart; readonly value: string | undefined }) {
  const { t } = useText()
  const navigate = route.useNavigate()
  return (
    <div className="field">
      <label htmlFor="sandbox-against">{t('sandbox.against')}</label>
      <select
        id="sandbox-against"
        className="input"
        value={value ?? ''}
        onChange={({ target }) => navigate({ search: { against: target.value || undefined }, replace: true })}
      >
        <option value="">{t(start.text === null ? 'sandbox.against.none' : 'sandbox.against.force')}</option>
        {start.drafts.map(({ id, title, createdBy, updatedAt }) => (
          <option key={id} value={id}>
            {t('sandbox.against.draft', { title, by: createdBy, date: updatedAt.slice(0, 10) })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Loaded() {
  const { programme } = route.useParams()
  const { against } = route.useSearch()
  const { lang } = useText()
  const messageOf = useMessageOf()
  const start = useQuery({
    queryKey: ['sandbox', programme, lang],
    queryFn: () => staffApi.sandbox(programme, { lang }),
    refetchOnWindowFocus: false,
  })
  const other = useQuery({
    queryKey: ['draft', against, lang],
    queryFn: () => staffApi.draft(against ?? '', { lang }),
    enabled: against !== undefined,
    refetchOnWindowFocus: false,
  })
  const failed = start.isError ? start : other.isError ? other : null
  if (failed) return <Failure message={messageOf(failed.error)} retry={() => failed.refetch()} />
  if (!start.data || (against !== undefined && !other.data)) return <Loading />
  return (
    <SandboxView
      key={programme}
      start={start.data}
      other={against === undefined ? null : (other.data?.text ?? null)}
      against={<Against start={start.data} value={against} />}
      back={<BackToSandbox />}
    />
  )
}

export function SandboxPage() {
  return (
    <BureauOnly title="sandbox.title">
      <Loaded />
    </BureauOnly>
  )
}
