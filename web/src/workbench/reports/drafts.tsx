import '../../text/area/reports.js'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'

/** Programme files begun from the policy sentences of a report, to be finished by a person. */
export function Drafts({ report }: { readonly report: string }) {
  const { t } = useText()
  const found = useQuery({
    queryKey: ['report-drafts', report],
    queryFn: () => staffApi.reportDrafts(report),
  })
  return (
    <section className="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('reports.drafts')}</h2>
      <p className="muted">{t('reports.drafts.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.data?.length === 0 && <p className="muted">{t('reports.drafts.none')}</p>}
      {found.data?.map(({ start, title, file }) => (
        <details key={start} className="card">
          <summary>{`${title} · ${start}`}</summary>
          <pre className="draft-file">{file}</pre>
        </details>
      ))}
    </section>
  )
}
