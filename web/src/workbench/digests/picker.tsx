import '../../text/area/digests.js'
import '../../text/area/reports.js'
import type { ReportItem } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { figureText } from './figure-text.js'
import {
  type Choice,
  choiceOf,
  hasArticle,
  hasFact,
  toggleArticle,
  toggleFact,
  toggleReport,
} from './picks.js'

interface PickerProps {
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** Reports with their articles and figures, each to be taken or left. */
export function Picker({ choice, onChange }: PickerProps) {
  const { t } = useText()
  const reports = useQuery({ queryKey: ['reports'], queryFn: () => staffApi.reports() })
  if (reports.isError) return <PartFailure query={reports} />
  if (reports.isPending) return <p role="status">{t('app.loading')}</p>
  if (reports.data.length === 0)
    return (
      <p>
        <Link to="/workbench/reports">{t('digests.no-reports')}</Link>
      </p>
    )
  return (
    <fieldset className="digest-choices">
      <legend>{t('digests.choose')}</legend>
      <p className="muted small">{t('digests.choose.hint')}</p>
      {reports.data.map((report) => (
        <ReportChoices key={report.id} report={report} choice={choice} onChange={onChange} />
      ))}
    </fieldset>
  )
}

function ReportChoices({ report, choice, onChange }: PickerProps & { readonly report: ReportItem }) {
  const { t } = useText()
  const { id, fileName, articles, counts } = report
  const chosen = choiceOf(choice, id)
  const parts = chosen.articles.length + chosen.facts.length > 0
  const [open, setOpen] = useState(parts && !chosen.whole)
  return (
    <div className="digest-report">
      <label className={`choice${chosen.whole || parts ? ' chosen' : ''}`}>
        <input type="checkbox" checked={chosen.whole} onChange={() => onChange(toggleReport(choice, id))} />
        <span>
          {fileName}{' '}
          <span className="muted small">
            {t('reports.counts', {
              articles,
              facts: counts.facts,
              checked: counts.accepted + counts.corrected + counts.rejected,
            })}
          </span>
          {(chosen.whole || parts) && (
            <span className="tag">
              {chosen.whole
                ? t('digests.chosen.whole')
                : t('digests.chosen.parts', {
                    articles: chosen.articles.length,
                    facts: chosen.facts.length,
                  })}
            </span>
          )}
        </span>
      </label>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="digest-more">
          {t('digests.choose.articles')}
          <span className="hidden-visually"> {fileName}</span>
        </summary>
        {open && <Articles report={id} choice={choice} onChange={onChange} />}
      </details>
    </div>
  )
}

function Articles({ report, choice, onChange }: PickerProps & { readonly report: string }) {
  const { t } = useText()
  const found = useQuery({ queryKey: ['report', report], queryFn: () => staffApi.report(report) })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { list } = found.data
  if (list.length === 0) return <p className="muted">{t('digests.article.none')}</p>
  const all = list.map(({ title }) => title)
  return (
    <ul className="digest-articles">
      {list.map(({ title, start, facts }, at) => (
        <li key={start}>
          <ArticleChoice
            part={{ report, article: title, all }}
            at={at}
            count={facts}
            choice={choice}
            onChange={onChange}
          />
        </li>
      ))}
    </ul>
  )
}

interface ArticleChoiceProps extends PickerProps {
  readonly part: Parameters<typeof toggleArticle>[1]
  readonly at: number
  readonly count: number
}

function ArticleChoice({ part, at, count, choice, onChange }: ArticleChoiceProps) {
  const { t, lang } = useText()
  const { report, article } = part
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['report', report, at],
    queryFn: () => staffApi.report(report, { article: at }),
    enabled: open,
  })
  const facts = (found.data?.facts ?? []).filter(({ state }) => state !== 'rejected')
  const numbers = facts.map(({ n }) => n)
  return (
    <>
      <label className={`choice${hasArticle(choice, report, article) ? ' chosen' : ''}`}>
        <input
          type="checkbox"
          checked={hasArticle(choice, report, article)}
          onChange={() => onChange(toggleArticle(choice, part, numbers))}
        />
        <span>
          {article} <span className="muted small">{t('digests.article.facts', { count })}</span>
        </span>
      </label>
      {count > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="digest-more">
            {t('digests.choose.facts')}
            <span className="hidden-visually"> {article}</span>
          </summary>
          {found.isError && <PartFailure query={found} />}
          <ul className="digest-articles">
            {facts.map((fact) => (
              <li key={fact.n}>
                <label className={`choice${hasFact(choice, part, fact.n) ? ' chosen' : ''}`}>
                  <input
                    type="checkbox"
                    checked={hasFact(choice, part, fact.n)}
                    onChange={() => onChange(toggleFact(choice, part, fact.n, numbers))}
                  />
                  <span>{figureText(fact, t, lang)}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
