import '../../text/area/need-channels.js'
import type { DemandTableRow } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import './needs.css'

/** Each row with what becomes of it: why it is left out, what it may be a duplicate of, what it should still say. */
export function TableRows({ rows }: { readonly rows: readonly DemandTableRow[] }) {
  const { t } = useText()
  return (
    <TableScroll>
      <table className="table need-rows">
        <thead>
          <tr>
            <th scope="col">{t('need-table.row')}</th>
            <th scope="col">{t('need-table.need')}</th>
            <th scope="col">{t('need-table.company')}</th>
            <th scope="col">{t('need-table.clarity')}</th>
            <th scope="col">{t('need-table.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <th scope="row">
                {row.demand === null ? (
                  row.title
                ) : (
                  <Link to="/demands/$demand" params={{ demand: row.demand }}>
                    {row.title}
                  </Link>
                )}
              </th>
              <td>{row.company}</td>
              <td className="number">{row.clarity}</td>
              <td>
                <Fate row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Fate({ row }: { readonly row: DemandTableRow }) {
  const { t } = useText()
  if (row.problems.length > 0)
    return (
      <ul className="tone-no">
        {row.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    )
  if (row.demand !== null) return <p className="tone-yes">{t('need-table.in')}</p>
  return (
    <>
      <p className={row.ready ? 'tone-yes' : 'tone-unknown'}>
        {t(row.ready ? 'need-table.ok' : 'need-table.draft')}
      </p>
      {row.similar.map(({ id, title, likeness }) => (
        <p key={id} className="small">
          <Link to="/demands/$demand" params={{ demand: id }}>
            {t('need-table.similar', { title, percent: Math.round(likeness * 100) })}
          </Link>
        </p>
      ))}
      {row.question !== null && <p className="muted small">{row.question}</p>}
    </>
  )
}
