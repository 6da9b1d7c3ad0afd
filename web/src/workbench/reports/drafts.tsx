import '../../text/area/reports.js'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'

interface DraftsProps {
  readonly report: string
  readonly article: number
}

/** Programme files begun from the policy sentences of an article, to be finished by a person. */
export function Drafts({ report, article }: DraftsProps) {
  const { t } = useText()
  const { role } = usePreferences()
  const found = useQuery({
    queryKey: ['report-drafts', report, article],
    queryFn: () => staffApi.reportDrafts(report, article),
  })
  return (
    <section className="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('reports.drafts')}</h2>
      <p className="muted">{t('reports.drafts.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.data?.length === 0 && <p className="muted">{t('reports.drafts.none')}</p>}
      {found.data?.map(({ programme, name, sentence, file, parameters, unread }) => (
        <article key={programme} className="card stack tight">
          <h3 className="card-title">{name}</h3>
          <p className="draft-quote">{sentence.text.replaceAll(/\s/g, '')}</p>
          <p className="muted small">
            {t('reports.drafts.counts', { read: parameters.length, unread: unread.length })}
          </p>
          {role === 'clerk' && (
            <p>
              <Link
                to="/cockpit/sandbox/drafts/$report/$start"
                params={{ report, start: String(sentence.start) }}
                className="button"
              >
                {t('reports.drafts.open')}
                <span className="hidden-visually"> {name}</span>
              </Link>
            </p>
          )}
          <details>
            <summary>{t('reports.drafts.file')}</summary>
            <pre className="draft-file">{file}</pre>
          </details>
        </article>
      ))}
    </section>
  )
}
