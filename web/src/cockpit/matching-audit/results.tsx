import '../../text/area/matching-audit.js'
import type { RankingComparison } from '@kehui/server/client'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'

const TAGS = { better: 'yes', worse: 'no', nothing: 'moot' } as const

/** How two rankings did on the same needs, and what of the difference is more than chance. */
export function Results({
  results,
  before,
  after,
}: {
  readonly results: RankingComparison['results']
  readonly before?: string
  readonly after?: string
}) {
  const { t } = useText()
  return (
    <TableScroll>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('audit.compare.measure')}</th>
            <th scope="col" className="number">
              {before ?? t('audit.weight')}
            </th>
            <th scope="col" className="number">
              {after ?? t('audit.learned')}
            </th>
            <th scope="col" className="number">
              {t('audit.compare.difference')}
            </th>
            <th scope="col" className="number">
              {t('audit.compare.interval')}
            </th>
            <th scope="col">{t('audit.compare.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <tr key={row.measure}>
              <th scope="row">{t(`audit.measure.${row.measure}` as MessageKey)}</th>
              <td className="number">{row.before.toFixed(3)}</td>
              <td className="number">{row.after.toFixed(3)}</td>
              <td className="number">{signed(row.difference)}</td>
              <td className="number">
                {signed(row.low)} … {signed(row.high)}
              </td>
              <td>
                <span className={`tag ${TAGS[row.verdict]}`}>{t(`audit.verdict.${row.verdict}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
}
