import '../../text/area/resources.js'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { PartFailure } from '../../ui/part-failure.js'

const AT_FIRST = 20

/** What it is to others, and they to it. */
export function Relations({ id }: { readonly id: string }) {
  const { t, lang } = useText()
  const [all, setAll] = useState(false)
  const found = useQuery({ queryKey: ['relations', id, lang], queryFn: () => api.relationsOf(id) })
  const items = found.data?.items ?? []
  return (
    <section className="card stack tight" aria-labelledby="relations-title">
      <h2 id="relations-title" className="card-title">
        {t('resources.relations')}
      </h2>
      {found.isError && <PartFailure query={found} />}
      {found.data && items.length === 0 && <p className="muted">{t('resources.relations.none')}</p>}
      <ul className="rows">
        {items.slice(0, all ? undefined : AT_FIRST).map((item) => (
          <li key={item.id}>
            <span>
              <span className="muted">{item.label}</span>{' '}
              <Link to="/resources/$resource" params={{ resource: item.other.id }}>
                {item.other.name}
              </Link>
            </span>
            <span className="muted small">
              {item.weight !== null && `${item.weightLabel ?? ''} ${Math.round(item.weight * 1000) / 10}% · `}
              {item.source}
            </span>
          </li>
        ))}
      </ul>
      {!all && items.length > AT_FIRST && (
        <p>
          <button type="button" className="button" onClick={() => setAll(true)}>
            {t('resources.relations.more', { count: items.length - AT_FIRST })}
          </button>
        </p>
      )}
    </section>
  )
}
