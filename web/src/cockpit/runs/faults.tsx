import '../../text/area/runs.js'
import type { FactFault } from '@kehui/server/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

const PAGE = 50

/** Stored values that their facts cannot have, by subject and fact. */
export function Faults() {
  const { t, lang } = useText()
  const [page, setPage] = useState(1)
  const found = useQuery({
    queryKey: ['region-faults', page, lang],
    queryFn: () => staffApi.regionFaults((page - 1) * PAGE),
  })
  const { total, items } = found.data ?? { total: 0, items: [] }
  return (
    <section className="card stack">
      <h2>{t('runs.faults')}</h2>
      {found.isError && <PartFailure query={found} />}
      {found.data && total === 0 && <p className="muted">{t('runs.faults.none')}</p>}
      {total > 0 && (
        <>
          <p className="muted">{t('runs.faults.lead')}</p>
          <div className="item-row">
            <span>{t('runs.faults.count', { total: total.toLocaleString('en-US') })}</span>
            <Download />
          </div>
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('runs.faults.subject')}</th>
                  <th scope="col">{t('runs.faults.fact')}</th>
                  <th scope="col" className="number">
                    {t('runs.faults.value')}
                  </th>
                  <th scope="col">{t('runs.faults.range')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((fault) => (
                  <Row key={`${fault.subject.id} ${fault.fact}`} fault={fault} />
                ))}
              </tbody>
            </table>
          </div>
          <Pager page={page} pages={Math.ceil(total / PAGE)} onPage={setPage} />
        </>
      )}
    </section>
  )
}

function Row({ fault }: { readonly fault: FactFault }) {
  const { t } = useText()
  const { subject, label, value, least, most, misfit } = fault
  return (
    <tr>
      <th scope="row">
        <Link to="/companies/$company/facts" params={{ company: subject.id }}>
          {subject.name}
        </Link>
      </th>
      <td>{label}</td>
      <td className="number">{value}</td>
      <td>{misfit === 'type' ? t('runs.faults.type') : `${least} – ${most}`}</td>
    </tr>
  )
}

function Download() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const fetched = useMutation({
    mutationFn: async () => saveFile(await staffApi.regionFaultsFile(), `${t('runs.faults.file')}.csv`),
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <button type="button" className="button plain" onClick={() => fetched.mutate()}>
      {t('runs.faults.download')}
    </button>
  )
}
