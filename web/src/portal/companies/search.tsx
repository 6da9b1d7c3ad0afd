import '../../text/area/companies.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'

export function CompanyResults({ query }: { readonly query: string }) {
  const { t } = useText()
  const [page, setPage] = useState(1)
  const found = useQuery({
    queryKey: ['subjects', query, page],
    queryFn: () => api.subjects({ q: query, page }),
    placeholderData: keepPreviousData,
  })
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  if (found.isError) return <PartFailure query={found} />
  const { items, total, pageSize } = found.data
  const turn = (next: number) => {
    setPage(next)
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      <p role="status" className="muted">
        {total === 0 ? t('companies.none') : t('companies.found', { total })}
      </p>
      <ul className="results">
        {items.map((company) => (
          <li key={company.id}>
            <Link to="/companies/$company" params={{ company: company.id }} className="item">
              <span className="item-body">
                <span className="item-title">{company.name}</span>
                <span className="item-row muted small">
                  <span>{company.place}</span>
                  <span className="number">{company.creditCode}</span>
                </span>
              </span>
              {company.audience !== 'enterprise' && (
                <span className="tag">{t(`audience.${company.audience}`)}</span>
              )}
              {company.sample && <span className="tag">{t('common.sample')}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={Math.ceil(total / pageSize)} onPage={turn} />
    </>
  )
}
