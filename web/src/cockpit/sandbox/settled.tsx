import '../../text/area/sandbox.js'
import type { SandboxAsk, SandboxResult } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { TableScroll } from '../../ui/table-scroll.js'
import { useFen } from './figures.js'

/** Programmes that exclude or cap one another: what each comes to once it is settled which of them a subject has. */
export function Settled({ result, ask }: { readonly result: SandboxResult; readonly ask: SandboxAsk }) {
  const { t, lang } = useText()
  const fen = useFen()
  const [wanted, setWanted] = useState<SandboxAsk | null>(null)
  const found = useQuery({
    queryKey: ['sandbox-settled', wanted, lang],
    queryFn: () => staffApi.settledText(wanted ?? ask, { lang }),
    enabled: wanted !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (result.together.length === 0) return null
  return (
    <section className="card stack tight" aria-labelledby="settled-title">
      <h2 id="settled-title" className="card-title">
        {t('sandbox.settled')}
      </h2>
      <p className="muted">
        {t('sandbox.together', { titles: result.together.map(({ title }) => `“${title}”`).join('、') })}
      </p>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={found.isFetching}
          onClick={() => (found.isFetching ? undefined : setWanted(ask))}
        >
          {t('sandbox.settle')}
        </button>
      </p>
      {found.isFetching && <p role="status">{t('sandbox.working')}</p>}
      {found.isError && <PartFailure query={found} />}
      {found.data && wanted !== null && (
        <>
          {wanted.text !== ask.text && <p className="notice warn">{t('sandbox.settled.old')}</p>}
          <TableScroll>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('sandbox.choose')}</th>
                  <th scope="col" className="number">
                    {t('sandbox.yes')}
                  </th>
                  <th scope="col" className="number">
                    {t('sandbox.before')}
                  </th>
                  <th scope="col" className="number">
                    {t('sandbox.now')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.data.programmes.map(({ id, title, before, now }) => (
                  <tr key={id}>
                    <th scope="row">{title}</th>
                    <td className="number">{now.yes.toLocaleString('en')}</td>
                    <td className="number">{fen(before.leastFen)}</td>
                    <td className="number">{fen(now.leastFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </section>
  )
}
