import '../../text/area/matching-audit.js'
import type { MatchingAudit } from '@kehui/server/client'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { IntervalChart } from './interval-chart.js'
import { RateText } from './rate.js'

const GROUPS = ['kinds', 'counties', 'ages'] as const
const RATES = ['agreed', 'met', 'signed', 'fitted'] as const

/** Rates of one way to group: a picture of one of them, and the table of all. */
export function Groups({ audit }: { readonly audit: MatchingAudit }) {
  const { t } = useText()
  const [groupId, rateId] = [useId(), useId()]
  const [group, setGroup] = useState<(typeof GROUPS)[number]>('kinds')
  const [rate, setRate] = useState<(typeof RATES)[number]>('met')
  const rows = audit[group]
  return (
    <section className="card stack">
      <h2>{t('audit.groups')}</h2>
      <div className="audit-choices">
        <div className="field">
          <label htmlFor={groupId}>{t('audit.group')}</label>
          <select
            id={groupId}
            className="input"
            value={group}
            onChange={({ target }) => setGroup(GROUPS.find((one) => one === target.value) ?? 'kinds')}
          >
            {GROUPS.map((one) => (
              <option key={one} value={one}>
                {t(`audit.group.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={rateId}>{t('audit.measure')}</label>
          <select
            id={rateId}
            className="input"
            value={rate}
            onChange={({ target }) => setRate(RATES.find((one) => one === target.value) ?? 'met')}
          >
            {RATES.map((one) => (
              <option key={one} value={one}>
                {t(`audit.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <IntervalChart
        label={t('audit.chart', { measure: t(`audit.${rate}`), group: t(`audit.group.${group}`) })}
        rows={rows.map((row) => ({ name: row.label, rate: row[rate] }))}
      />
      <TableScroll>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('audit.name')}</th>
              <th scope="col" className="number">
                {t('audit.proposed')}
              </th>
              {RATES.map((one) => (
                <th scope="col" key={one}>
                  {t(`audit.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td className="number">{row.proposed}</td>
                {RATES.map((one) => (
                  <td key={one}>
                    <RateText rate={row[one]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
