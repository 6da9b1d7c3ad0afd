import '../../text/area/digests.js'
import type { DigestDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'

/** What it was each time that it was saved; any of it can be gone back to. */
export function Earlier({
  id,
  current,
  onTake,
}: {
  readonly id: string
  readonly current: number
  readonly onTake: (digest: DigestDetail) => void
}) {
  const { t, lang } = useText()
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['digest-revisions', id],
    queryFn: () => staffApi.digestRevisions(id),
    enabled: open,
  })
  return (
    <details className="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="digest-more">{t('digests.earlier')}</summary>
      {found.isError && <PartFailure query={found} />}
      <ul className="rows">
        {(found.data ?? [])
          .filter(({ revision }) => revision !== current)
          .map((one) => (
            <li key={one.revision}>
              <span>
                {one.title}{' '}
                <span className="muted small">
                  {t('digests.by', { name: one.by, at: localTime(one.at, lang) })}
                </span>
              </span>
              <button type="button" className="button" onClick={() => onTake(one)}>
                {t('digests.take')}
              </button>
            </li>
          ))}
      </ul>
    </details>
  )
}
