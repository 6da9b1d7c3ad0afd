import '../../text/area/matching-audit.js'
import type { RankingView } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { Adopt } from './adopt.js'
import { History } from './history.js'

/** By which weights matches are ranked, and what outcomes say of them. */
export function Weights() {
  const { t, lang } = useText()
  const found = useQuery({ queryKey: ['ranking', lang], queryFn: () => staffApi.ranking() })
  return (
    <section className="card stack">
      <h2>{t('audit.weights')}</h2>
      <p className="muted">{t('audit.weights.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.data && (
        <>
          <p>
            {t('audit.in-force', { title: found.data.inForce.title, dated: found.data.inForce.dated })}
            {found.data.inForce.cite && <span className="muted"> · {found.data.inForce.cite}</span>}
          </p>
          <Table ranking={found.data} />
          <Learned ranking={found.data} />
          {found.data.learned && <Adopt digest={found.data.learned.digest} />}
          <History ranking={found.data} />
        </>
      )}
    </section>
  )
}

/** The weights in force, and beside them those that were learned, where there are any. */
function Table({ ranking }: { readonly ranking: RankingView }) {
  const { t } = useText()
  const learned = new Map(ranking.learned?.rows.map((row) => [row.feature, row]))
  const heads = ranking.learned ? (['learned', 'error', 'known'] as const) : []
  return (
    <TableScroll>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('audit.feature')}</th>
            {(['weight', 'prior', ...heads] as const).map((head) => (
              <th scope="col" className="number" key={head}>
                {t(`audit.${head}`)}
              </th>
            ))}
            {ranking.learned && <th scope="col">{t('audit.sure')}</th>}
          </tr>
        </thead>
        <tbody>
          {ranking.inForce.weights.map(({ feature, label, weight, prior, note }) => {
            const row = learned.get(feature)
            return (
              <tr key={feature}>
                <th scope="row">
                  {label}
                  {note && <span className="muted small audit-note">{note}</span>}
                </th>
                <td className="number">{weight}</td>
                <td className="number">{prior ?? '–'}</td>
                {row && (
                  <>
                    <td className="number">{row.learned.toFixed(2)}</td>
                    <td className="number">±{row.error.toFixed(2)}</td>
                    <td className="number">{row.known}</td>
                    <td>
                      <span className={`tag ${row.sure ? 'yes' : 'moot'}`}>
                        {t(row.sure ? 'audit.sure.yes' : 'audit.sure.no')}
                      </span>
                    </td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Learned({ ranking }: { readonly ranking: RankingView }) {
  const { t, lang } = useText()
  const { learned, examples, least } = ranking
  if (!learned) return <p className="notice">{t('audit.learned.none', { examples, least })}</p>
  const list = learned.outcomes
    .map(({ label, count }) => `${label} ${count}`)
    .join(lang === 'zh' ? '、' : ', ')
  return (
    <div className="stack tight">
      <p>{t('audit.learned.from', { examples: learned.examples, fitted: learned.fitted })}</p>
      <p className="muted small">{t('audit.learned.outcomes', { list })}</p>
      {learned.loss && (
        <p className="muted small">
          {t('audit.learned.loss', {
            before: learned.loss.before.toFixed(3),
            learned: learned.loss.learned.toFixed(3),
          })}
        </p>
      )}
    </div>
  )
}
