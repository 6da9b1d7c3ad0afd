import '../../text/area/indicators.js'
import type { IndicatorComparison } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Choice } from './controls.js'
import { Figure } from './figure.js'
import { type IndicatorSearch, LEVELS } from './search.js'
import { periodWords } from './words.js'

const route = getRouteApi('/cockpit/indicators')
const FIRST = 20

/** All places that have a value for a period, the largest first. */
export function Ranks({ found: { periods, places } }: { readonly found: IndicatorComparison }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [all, setAll] = useState(false)
  const change = (more: Partial<IndicatorSearch>) =>
    void navigate({ search: { ...search, ...more }, resetScroll: false, replace: true })
  const period = periods.find((one) => one === search.period) ?? periods.at(-1) ?? null
  const levels = LEVELS.filter((one) => places.some(({ level }) => level === one))
  const level = levels.find((one) => one === search.level) ?? levels[0]
  const rows = places
    .filter((one) => one.level === level)
    .flatMap(({ place, cells }) =>
      cells.flatMap((cell) => (cell.period === period ? [{ place, ...cell }] : [])),
    )
    .sort((a, b) => a.rank - b.rank)
  const told = rows.some(({ reportedRank }) => reportedRank !== null)
  return (
    <section className="card stack" aria-labelledby="ranks-title">
      <h2 id="ranks-title">{t('compare.rank')}</h2>
      <div className="indicator-controls">
        {levels.length > 1 && (
          <Choice
            label={t('compare.rank.level')}
            value={level ?? ''}
            options={levels.map((one) => [one, t(`compare.level.${one}`)])}
            onChange={(next) => change({ level: LEVELS.find((one) => one === next) })}
          />
        )}
        {periods.length > 1 && (
          <Choice
            label={t('compare.rank.period')}
            value={period ?? ''}
            options={periods.map((one) => [one ?? '', periodWords(one, t)])}
            onChange={(next) => change({ period: next })}
          />
        )}
      </div>
      <p className="muted">
        {t('compare.rank.count', { period: periodWords(period, t), count: rows.length })}
      </p>
      <TableScroll>
        <table className="table indicator-ranks">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('compare.rank')}
              </th>
              <th scope="col">{t('compare.place')}</th>
              <th scope="col" className="number">
                {t('compare.value')}
              </th>
              {told && <th scope="col">{t('compare.rank.reported')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, all ? rows.length : FIRST).map(({ place, rank, figure, reportedRank }) => (
              <tr key={place}>
                <td className="number">{rank}</td>
                <th scope="row">{place || '–'}</th>
                <td className="number">
                  <Figure figure={figure} />
                </td>
                {told && <td>{reportedRank ? <Figure figure={reportedRank} /> : '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {!all && rows.length > FIRST && (
        <p>
          <button type="button" className="button" onClick={() => setAll(true)}>
            {t('compare.rank.more', { count: rows.length })}
          </button>
        </p>
      )}
    </section>
  )
}
