import '../../text/area/sandbox.js'
import type { SandboxAsk, SandboxResult } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Bar } from './bar.js'
import { ExportButtons } from './export-buttons.js'

/** What each condition excludes: alone, only it, and in the order of the text. */
export function Funnel({ result, ask }: { readonly result: SandboxResult; readonly ask: SandboxAsk }) {
  const { t } = useText()
  const { conditions, total } = result
  const share = (count: number) => (total === 0 ? 0 : count / total)
  return (
    <section className="card stack tight" aria-labelledby="conditions-title">
      <h2 id="conditions-title" className="card-title">
        {t('sandbox.conditions')}
      </h2>
      <TableScroll>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('sandbox.condition')}</th>
              <th scope="col" className="number">
                {t('sandbox.refused')}
              </th>
              <th scope="col" className="number">
                {t('sandbox.unknown')}
              </th>
              <th scope="col" className="number">
                {t('sandbox.only')}
              </th>
              <th scope="col" className="number">
                {t('sandbox.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {keyed(conditions, ({ text }) => text).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row">
                  {item.text}
                  <Bar share={share(item.may)} />
                </th>
                <td className="number">{item.refused.toLocaleString('en')}</td>
                <td className="number">{item.open.toLocaleString('en')}</td>
                <td className="number">{item.only.toLocaleString('en')}</td>
                <td className="number">
                  {item.sure === item.may
                    ? item.sure.toLocaleString('en')
                    : `${item.sure.toLocaleString('en')}–${item.may.toLocaleString('en')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <ExportButtons ask={ask} table="conditions" title={t('sandbox.conditions')} on={result.on} />
    </section>
  )
}
