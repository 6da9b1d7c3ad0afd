import '../../text/area/sandbox.js'
import type { SandboxAsk, SandboxGroup, SandboxResult } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Bar } from './bar.js'
import { ExportButtons } from './export-buttons.js'
import { useFen } from './figures.js'

function Groups({ group, pays }: { readonly group: SandboxGroup; readonly pays: boolean }) {
  const { t } = useText()
  const fen = useFen()
  const most = Math.max(1, ...group.rows.map(({ now }) => now.yes + now.open))
  return (
    <TableScroll>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t(`sandbox.by.${group.key}`)}</th>
            <th scope="col" className="number">
              {t('sandbox.total')}
            </th>
            <th scope="col" className="number">
              {t('sandbox.yes')}
            </th>
            <th scope="col" className="number">
              {t('sandbox.open.count')}
            </th>
            {pays && (
              <th scope="col" className="number">
                {t('sandbox.certain')}
              </th>
            )}
            <th scope="col" className="number">
              {t('sandbox.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed(group.rows, ({ name }) => name).map(({ key, item: { name, total, now, before } }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <Bar share={now.yes / most} />
              </th>
              <td className="number">{total.toLocaleString('en')}</td>
              <td className="number">{now.yes.toLocaleString('en')}</td>
              <td className="number">{now.open.toLocaleString('en')}</td>
              {pays && <td className="number">{fen(now.leastFen)}</td>}
              <td className="number">
                {now.yes > before.yes ? '+' : ''}
                {(now.yes - before.yes).toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Amounts({ amounts }: Pick<SandboxResult, 'amounts'>) {
  const { t } = useText()
  const fen = useFen()
  const most = Math.max(1, ...amounts.map(({ now }) => now))
  return (
    <table className="table">
      <caption>{t('sandbox.amounts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sandbox.certain')}</th>
          <th scope="col" className="number">
            {t('sandbox.now')}
          </th>
          <th scope="col" className="number">
            {t('sandbox.before')}
          </th>
        </tr>
      </thead>
      <tbody>
        {amounts.map(({ fromFen, belowFen, now, before }) => (
          <tr key={fromFen}>
            <th scope="row">
              {belowFen === null
                ? t('sandbox.amounts.from', { from: fen(fromFen) })
                : t('sandbox.amounts.between', { from: fen(fromFen), to: fen(belowFen) })}
              <Bar share={now / most} />
            </th>
            <td className="number">{now.toLocaleString('en')}</td>
            <td className="number">{before.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whom a programme reaches: by district, size, industry or park, and by amount. */
export function Spread({ result, ask }: { readonly result: SandboxResult; readonly ask: SandboxAsk }) {
  const { t } = useText()
  const [chosen, setChosen] = useState<SandboxGroup['key']>('place')
  const group = result.groups.find(({ key }) => key === chosen) ?? result.groups[0]
  return (
    <section className="card stack tight" aria-labelledby="spread-title">
      <h2 id="spread-title" className="card-title">
        {t('sandbox.spread')}
      </h2>
      <fieldset className="choices">
        <legend className="hidden-visually">{t('sandbox.spread.by')}</legend>
        {result.groups.map(({ key }) => (
          <label key={key} className={`choice${key === group?.key ? ' chosen' : ''}`}>
            <input
              type="radio"
              name="sandbox-spread"
              checked={key === group?.key}
              onChange={() => setChosen(key)}
            />
            {t(`sandbox.by.${key}`)}
          </label>
        ))}
      </fieldset>
      {group && group.rows.length > 0 ? (
        <Groups group={group} pays={result.pays} />
      ) : (
        <p className="muted">{t('sandbox.by.none')}</p>
      )}
      {result.pays && result.amounts.length > 0 && <Amounts amounts={result.amounts} />}
      <ExportButtons ask={ask} table="groups" title={t('sandbox.spread')} on={result.on} />
    </section>
  )
}
