import '../../text/area/budget.js'
import type { BudgetCost, BudgetKind } from '@kehui/server/client'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'

export function hasMoney(costs: readonly BudgetCost[]): boolean {
  return costs.some(({ certainFen, possibleFen }) => certainFen !== '0' || possibleFen !== '0')
}

/** Years in their order, what has no date last. */
export function yearsOf(costs: readonly BudgetCost[]): (number | null)[] {
  return [...new Set(costs.map(({ year }) => year))].sort(
    (a, b) => (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER),
  )
}

const WIDTH = 420
const BAR = 26
const ROW = 40
const LEFT = 76

/** A bar a year, its parts by who pays; what is only possible is hatched. The table beside it has the figures. */
export function CostChart({ kind }: { readonly kind: BudgetKind }) {
  const { t } = useText()
  const years = yearsOf(kind.costs)
  const levels = [...new Set(kind.costs.map(({ level }) => level))]
  const sumOf = (costs: readonly BudgetCost[]) =>
    costs.reduce((sum, one) => sum + Number(one.certainFen) + Number(one.possibleFen), 0)
  const most = Math.max(...years.map((year) => sumOf(kind.costs.filter((one) => one.year === year))))
  const height = years.length * ROW
  return (
    <figure className="budget-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('budget.chart', { benefit: t(`benefit.${kind.benefit}` as MessageKey) })}
      >
        {years.map((year, row) => {
          let x = LEFT
          const own = kind.costs.filter((one) => one.year === year)
          return (
            <g key={year}>
              <text x={0} y={row * ROW + BAR / 2 + 6}>
                {year ?? t('budget.year.open')}
              </text>
              {own.flatMap((one) =>
                (['certainFen', 'possibleFen'] as const).map((part) => {
                  const width = (Number(one[part]) / most) * (WIDTH - LEFT)
                  const start = x
                  x += width
                  return width === 0 ? null : (
                    <rect
                      key={`${one.level} ${part}`}
                      x={start}
                      y={row * ROW}
                      width={Math.max(1, width)}
                      height={BAR}
                      className={`budget-bar level-${levels.indexOf(one.level)} ${part === 'possibleFen' ? 'possible' : ''}`}
                    />
                  )
                }),
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="budget-legend">
        {levels.map((level, i) => (
          <span key={level}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect width={16} height={16} className={`budget-bar level-${i}`} />
            </svg>
            {t(`budget.level.${level}`)}
          </span>
        ))}
        <span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <rect x={1} y={1} width={14} height={14} className="budget-bar possible" />
          </svg>
          {t('budget.possible')}
        </span>
      </figcaption>
    </figure>
  )
}
