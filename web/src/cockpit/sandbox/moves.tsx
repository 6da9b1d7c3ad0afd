import '../../text/area/sandbox.js'
import type { SandboxAsk, SandboxResult, SandboxSide, SandboxSubject } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { ExportButtons } from './export-buttons.js'
import { useFen } from './figures.js'

function Side({ side, pays }: { readonly side: SandboxSide; readonly pays: boolean }) {
  const { t, lang } = useText()
  return (
    <>
      {t(`sandbox.verdict.${side.verdict}`)}
      {pays && side.verdict !== 'no' && (
        <span className="muted"> {moneyPhrase(side.leastFen, side.mostFen, lang)}</span>
      )}
    </>
  )
}

function Rows({
  rows,
  programme,
  pays,
  caption,
}: {
  readonly rows: readonly SandboxSubject[]
  readonly programme: string
  readonly pays: boolean
  readonly caption: string
}) {
  const { t } = useText()
  if (rows.length === 0) return null
  return (
    <TableScroll>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sandbox.what')}</th>
            <th scope="col">{t('sandbox.before')}</th>
            <th scope="col">{t('sandbox.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ subject, name, place, before, after }) => (
            <tr key={subject}>
              <th scope="row">
                <Link
                  to="/companies/$company"
                  params={{ company: subject }}
                  search={{ entry: `${programme}~${subject}` }}
                >
                  {name}
                </Link>
                {place !== null && <span className="muted small"> {place}</span>}
              </th>
              <td>
                <Side side={before} pays={pays} />
              </td>
              <td>
                <Side side={after} pays={pays} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Who has more than before, and who has less. */
export function Moves({ result, ask }: { readonly result: SandboxResult; readonly ask: SandboxAsk }) {
  const { t } = useText()
  const fen = useFen()
  const { gaining, losing, gains, losses, pays } = result
  if (!result.hasBefore) return null
  const rest = gains.length < gaining || losses.length < losing
  return (
    <section className="card stack tight" aria-labelledby="moves-title">
      <h2 id="moves-title" className="card-title">
        {t('sandbox.moves')}
      </h2>
      {gaining + losing === 0 ? (
        <p className="muted">{t('sandbox.nobody')}</p>
      ) : (
        <>
          <Rows
            rows={gains}
            programme={ask.programme}
            pays={pays}
            caption={t('sandbox.gaining', { count: gaining, sum: fen(result.gainedFen) })}
          />
          <Rows
            rows={losses}
            programme={ask.programme}
            pays={pays}
            caption={t('sandbox.losing', { count: losing, sum: fen(result.lostFen) })}
          />
          {rest && (
            <p className="muted small">
              {t('sandbox.listed', { count: Math.max(gains.length, losses.length) })}
            </p>
          )}
          <ExportButtons ask={ask} table="changes" title={t('sandbox.moves')} on={result.on} />
        </>
      )}
    </section>
  )
}
