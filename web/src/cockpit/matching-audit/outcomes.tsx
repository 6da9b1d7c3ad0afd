import '../../text/area/matching-audit.js'
import type { MatchingAudit } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'

/** How introductions ended, and what each ending says of the match. */
export function Outcomes({ audit }: { readonly audit: MatchingAudit }) {
  const { t } = useText()
  return (
    <section className="card stack">
      <h2>{t('audit.outcomes')}</h2>
      {audit.outcomes.length === 0 ? (
        <p className="muted">{t('audit.outcomes.none')}</p>
      ) : (
        <TableScroll>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('audit.outcome')}</th>
                <th scope="col" className="number">
                  {t('audit.count')}
                </th>
                <th scope="col">{t('audit.says')}</th>
              </tr>
            </thead>
            <tbody>
              {audit.outcomes.map(({ code, label, count, fitted }) => (
                <tr key={code}>
                  <th scope="row">{label}</th>
                  <td className="number">{count}</td>
                  <td>
                    {t(fitted === null ? 'audit.says.nothing' : fitted ? 'audit.says.yes' : 'audit.says.no')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}
