import '../../text/area/chain.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { CoverMark } from './cover-mark.js'

/** From part of a name to where it stands in the chains, as it is typed. */
export function ChainFinder() {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const query = useQuery({
    queryKey: ['chain-find', q],
    queryFn: () => staffApi.findInChains(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const found = q === '' ? undefined : query.data
  return (
    <search className="stack chain-finder">
      <div className="field">
        <label htmlFor={id}>{t('chain.find')}</label>
        <input
          id={id}
          type="search"
          className="input"
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {query.isError && q !== '' && <PartFailure query={query} />}
      <p className="muted small" role="status">
        {found && (found.total === 0 ? t('chain.find.none') : t('chain.find.count', { count: found.total }))}
      </p>
      {found && found.total > 0 && (
        <ul className="chain-found">
          {found.items.map((item) => (
            <li key={item.id}>
              <Link to="/cockpit/chain/$id" params={{ id: item.id }} className="item">
                {item.kind !== 'enterprise' && <CoverMark cover={item.makers} />}
                <span className="item-body">
                  <span className="item-title">{item.name}</span>
                </span>
                <span className="tag">{t(kindKey(item.kind))}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

export function kindKey(kind: string) {
  switch (kind) {
    case 'product':
      return 'chain.kind.product' as const
    case 'industry':
      return 'chain.kind.industry' as const
    case 'achievement':
      return 'chain.kind.achievement' as const
    case 'patent':
      return 'chain.kind.patent' as const
    case 'person':
      return 'chain.kind.person' as const
    case 'enterprise':
      return 'chain.kind.enterprise' as const
    default:
      return 'chain.kind.other' as const
  }
}
