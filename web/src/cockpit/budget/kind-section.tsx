import '../../text/area/budget.js'
import type { BudgetCost, BudgetKind, BudgetProgramme } from '@kehui/server/client'
import { useId } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { CostChart, hasMoney, yearsOf } from './cost-chart.js'

/** One kind of benefit: who pays in which year, and for which programmes. */
export function KindSection({ kind }: { readonly kind: BudgetKind }) {
  const { t, lang } = useText()
  const id = useId()
  const money = (fen: string) => moneyPhrase(fen, fen, lang)
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{t(`benefit.${kind.benefit}` as MessageKey)}</h2>
      <dl className="figures wide">
        <div>
          <dt>{t('budget.certain')}</dt>
          <dd className="number">{money(kind.certainFen)}</dd>
        </div>
        <div>
          <dt>{t('budget.possible')}</dt>
          <dd className="number">{money(kind.possibleFen)}</dd>
        </div>
      </dl>
      {hasMoney(kind.costs) && (
        <>
          <CostChart kind={kind} />
          <CostTable costs={kind.costs} />
        </>
      )}
      <Programmes programmes={kind.programmes} />
    </section>
  )
}

function CostTable({ costs }: { readonly costs: readonly BudgetCost[] }) {
  const { t, lang } = useText()
  const years = yearsOf(costs)
  const yearText = (year: number | null) =>
    year === null ? t('budget.year.open') : t('budget.year', { year })
  const levels = [...new Set(costs.map(({ level }) => level))]
  const cell = (level: string | null, year: number | null) => {
    const own = costs.filter((one) => (level === null || one.level === level) && one.year === year)
    return sumText(own, lang)
  }
  return (
    <table className="table budget-table">
      <caption>
        {t('budget.by')}（{t('budget.certain')} + {t('budget.possible')}）
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('budget.payer')}</th>
          {years.map((year) => (
            <th key={year} scope="col" className="number">
              {yearText(year)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('budget.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level}>
            <th scope="row">{t(`budget.level.${level}`)}</th>
            {years.map((year) => (
              <td key={year} className="number" data-label={yearText(year)}>
                {cell(level, year)}
              </td>
            ))}
            <td className="number" data-label={t('budget.total')}>
              {sumText(
                costs.filter((one) => one.level === level),
                lang,
              )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('budget.total')}</th>
          {years.map((year) => (
            <td key={year} className="number" data-label={yearText(year)}>
              {cell(null, year)}
            </td>
          ))}
          <td className="number" data-label={t('budget.total')}>
            {sumText(costs, lang)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function sumText(costs: readonly BudgetCost[], lang: 'zh' | 'en'): string {
  const sum = (key: 'certainFen' | 'possibleFen') =>
    costs.reduce((total, one) => total + BigInt(one[key]), 0n).toString()
  const [certain, possible] = [sum('certainFen'), sum('possibleFen')]
  if (certain === '0' && possible === '0') return '—'
  const sure = moneyPhrase(certain, certain, lang)
  return possible === '0' ? sure : `${sure} + ${moneyPhrase(possible, possible, lang)}`
}

function Programmes({ programmes }: { readonly programmes: readonly BudgetProgramme[] }) {
  const { t, lang } = useText()
  const money = (fen: string) => moneyPhrase(fen, fen, lang)
  return (
    <ul className="rows plain budget-programmes">
      {programmes.map((one) => (
        <li key={one.id}>
          <span>
            <strong>{one.title}</strong> <span className="muted small">{one.packTitle}</span>
            <span className="muted small budget-notes">
              {[
                `${t('budget.met')} ${one.met}`,
                `${t('budget.open')} ${one.open}`,
                ...(one.declared ? [t('budget.declared', { amount: money(one.declared.budgetFen) })] : []),
                ...(one.unlimited > 0 ? [t('budget.unlimited', { count: one.unlimited })] : []),
              ].join(' · ')}
            </span>
          </span>
          <span className="number">
            {money(one.certainFen)}
            {one.possibleFen !== '0' && <span className="muted"> + {money(one.possibleFen)}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
