import '../../text/area/assignment.js'
import type { RoundFigures, RoundView } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { share } from './figures.js'

/** How evenly counties are served. */
export function CountiesTab({
  round,
  figures,
}: {
  readonly round: RoundView
  readonly figures: RoundFigures
}) {
  const { t } = useText()
  const { leftName, rightName } = round
  const served = figures.counties.filter(({ right }) => right.members > 0)
  const [least, most] = [served[0]?.right, served.at(-1)?.right]
  return (
    <>
      <p className="muted">{t('assignment.counties.lead')}</p>
      {least && most && served.length > 1 && (
        <p>
          {t('assignment.counties.spread', {
            least: share(least.assigned, least.members),
            most: share(most.assigned, most.members),
          })}
        </p>
      )}
      <TableScroll>
        <table className="table card assignment-counties">
          <thead>
            <tr>
              <th scope="col">{t('assignment.county')}</th>
              <th scope="col" className="number">
                {rightName}
              </th>
              <th scope="col" className="number">
                {t('assignment.counties.served')}
              </th>
              <th scope="col" className="number">
                {t('assignment.counties.share')}
              </th>
              <th scope="col" className="number">
                {t('assignment.counties.used', { name: leftName })}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.counties.map(({ county, left, right }) => (
              <tr key={county ?? ''}>
                <th scope="row">{county ?? t('assignment.counties.unknown')}</th>
                <td className="number">{right.members}</td>
                <td className="number">{right.assigned}</td>
                <td className="number">
                  {right.members > 0 && (
                    <meter
                      className="assignment-meter"
                      value={right.assigned}
                      max={right.members}
                      aria-label={`${county ?? t('assignment.counties.unknown')} ${t('assignment.counties.served')}`}
                    />
                  )}{' '}
                  {share(right.assigned, right.members)}
                </td>
                <td className="number">
                  {left.members}（{left.assigned}）
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}
