import '../../text/area/sandbox.js'
import type { SandboxResult } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Bar } from './bar.js'

export function useFen(): (fen: string | bigint) => string {
  const { lang } = useText()
  return (fen) => moneyPhrase(fen.toString(), fen.toString(), lang)
}

export function signed(difference: bigint | number, text: string): string {
  return difference > 0 ? `+${text}` : text
}

/** Reach and cost as they are now beside what they were. */
export function Figures({ result }: { readonly result: SandboxResult }) {
  const { t } = useText()
  const fen = useFen()
  const { now, before, hasBefore, pays, total } = result
  const counts = [
    ['sandbox.yes', now.yes, before.yes],
    ['sandbox.open.count', now.open, before.open],
  ] as const
  const sums = [
    ['sandbox.certain', now.leastFen, before.leastFen],
    ['sandbox.possible', now.mostFen, before.mostFen],
  ] as const
  return (
    <section className="card stack tight" aria-labelledby="figures-title">
      <h2 id="figures-title" className="card-title">
        {t('sandbox.figures')}
      </h2>
      <TableScroll>
        <table className="table sandbox-figures">
          <thead>
            <tr>
              <th scope="col">{t('sandbox.what')}</th>
              <th scope="col" className="number">
                {t('sandbox.now')}
              </th>
              {hasBefore && (
                <>
                  <th scope="col" className="number">
                    {t('sandbox.before')}
                  </th>
                  <th scope="col" className="number">
                    {t('sandbox.change')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {counts.map(([label, after, earlier]) => (
              <tr key={label}>
                <th scope="row">
                  {t(label)}
                  <Bar share={total === 0 ? 0 : after / total} faint={label !== 'sandbox.yes'} />
                </th>
                <td className="number big" data-figure={label}>
                  {after.toLocaleString('en')}
                </td>
                {hasBefore && (
                  <>
                    <td className="number">{earlier.toLocaleString('en')}</td>
                    <td className="number">
                      {signed(after - earlier, (after - earlier).toLocaleString('en'))}
                    </td>
                  </>
                )}
              </tr>
            ))}
            {pays &&
              sums.map(([label, after, earlier]) => {
                const difference = BigInt(after) - BigInt(earlier)
                return (
                  <tr key={label}>
                    <th scope="row">{t(label)}</th>
                    <td className="number" data-figure={label}>
                      {fen(after)}
                    </td>
                    {hasBefore && (
                      <>
                        <td className="number">{fen(earlier)}</td>
                        <td className="number">{signed(difference, fen(difference))}</td>
                      </>
                    )}
                  </tr>
                )
              })}
          </tbody>
        </table>
      </TableScroll>
      {now.unlimited > 0 && <p className="muted small">{t('sandbox.unlimited', { count: now.unlimited })}</p>}
    </section>
  )
}
