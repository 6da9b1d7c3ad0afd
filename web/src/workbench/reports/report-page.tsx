import '../../text/area/reports.js'
import type { DecideFact, Report, ReportFact } from '@kehui/server/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import { Drafts } from './drafts.js'
import { FactPanel } from './fact-panel.js'
import { MarkedText } from './marked-text.js'
import { Withdrawing } from './withdrawing.js'
import './reports.css'
import '../workbench.css'

const route = getRouteApi('/workbench/reports/$report')

export function ReportPage() {
  return (
    <StaffOnly title="reports.title">
      <Opened />
    </StaffOnly>
  )
}

function Opened() {
  const { t } = useText()
  const { report: id } = route.useParams()
  const { article, fact } = route.useSearch()
  const found = useQuery({
    queryKey: ['report', id, article, fact],
    queryFn: () => staffApi.report(id, { article, fact }),
    placeholderData: keepPreviousData,
  })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending)
    return (
      <p className="page" role="status">
        {t('app.loading')}
      </p>
    )
  return <Reader report={found.data} />
}

function Reader({ report }: { readonly report: Report }) {
  const { t } = useText()
  const { fact: asked } = route.useSearch()
  const [chosen, setChosen] = useState<number | undefined>(asked)
  const [editing, setEditing] = useState(false)
  const decide = useDecide(report)
  useArrival(report, asked)
  const fact = report.facts.find(({ n }) => n === chosen)
  const choose = ({ n }: ReportFact) => {
    if (n !== chosen) setEditing(false)
    setChosen(n)
  }
  const goOn = useGoOn(report)
  const step = (from: ReportFact, by: number) => {
    const next = report.facts[report.facts.indexOf(from) + by]
    if (next) document.getElementById(`fact-${next.n}`)?.focus()
    else if (by > 0) goOn()
  }
  const settle = (of: ReportFact, body: DecideFact) => {
    decide.mutate({ n: of.n, body })
    setEditing(false)
    step(of, 1)
  }
  const key = (of: ReportFact, pressed: string) => {
    const letter = pressed.toLowerCase()
    if (report.withdrawn && letter.length === 1) return
    if (letter === 'a') settle(of, { state: 'accepted' })
    else if (letter === 'x') settle(of, { state: 'rejected' })
    else if (letter === 'e') setEditing(true)
    else step(of, /Right|Down/.test(pressed) ? 1 : -1)
  }
  return (
    <div className="page stack workbench">
      <h1>{report.fileName}</h1>
      <Withdrawing report={report} />
      <Precision report={report} />
      <Articles report={report} />
      <p className="muted small">{t('reports.keys')}</p>
      <div className="report-columns">
        <article className="card">
          <MarkedText report={report} chosen={chosen} onChoose={choose} onKey={key} />
        </article>
        <div className={`report-side${fact ? ' chosen' : ''}`}>
          {fact ? (
            <FactPanel
              fact={fact}
              readOnly={report.withdrawn !== null}
              editing={editing}
              onEdit={setEditing}
              onDecide={(body) => settle(fact, body)}
            />
          ) : (
            <p className="card muted">{t('reports.fact.none')}</p>
          )}
        </div>
      </div>
      {report.withdrawn === null && <Drafts report={report.id} article={report.shown} />}
    </div>
  )
}

function useDecide(report: Report) {
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  return useMutation({
    mutationFn: ({ n, body }: { readonly n: number; readonly body: DecideFact }) =>
      staffApi.decideFact(report.id, n, body),
    onSuccess: async () => {
      const queryKey = ['report', report.id]
      // An article that is on its way was asked for before this decision, and would be taken as it comes.
      await queries.cancelQueries({ queryKey })
      await queries.invalidateQueries({ queryKey })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
}

/** After the last figure of an article comes the first of the next that has any. */
function useGoOn(report: Report): () => void {
  const navigate = route.useNavigate()
  const going = useRef(false)
  useEffect(() => {
    const [first] = report.facts
    if (!going.current || !first) return
    going.current = false
    document.getElementById(`fact-${first.n}`)?.focus()
  }, [report.facts])
  return () => {
    const next = report.list.findIndex(({ facts }, i) => i > report.shown && facts > 0)
    if (next < 0) return
    going.current = true
    void navigate({ search: { article: next }, resetScroll: false })
  }
}

/** A link to a figure leads to its mark, once. */
function useArrival(report: Report, asked: number | undefined): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || asked === undefined) return
    const mark = report.facts.some(({ n }) => n === asked) ? document.getElementById(`fact-${asked}`) : null
    if (!mark) return
    done.current = true
    mark.focus()
    mark.scrollIntoView({ block: 'center' })
  }, [report, asked])
}

function Precision({ report: { counts } }: { readonly report: Report }) {
  const { t } = useText()
  const { facts, accepted, corrected, rejected } = counts
  const checked = accepted + corrected + rejected
  return (
    <p role="status" className="muted">
      {checked === 0
        ? t('reports.precision.none', { facts })
        : t('reports.precision', { checked, facts, share: `${Math.round((accepted / checked) * 100)}%` })}
    </p>
  )
}

function Articles({ report }: { readonly report: Report }) {
  const { t } = useText()
  if (report.list.length === 0) return <p className="muted">{t('reports.untitled')}</p>
  return (
    <nav aria-label={t('reports.articles')}>
      <ul className="items report-articles">
        {report.list.map(({ title, facts, region, start }, i) => (
          <li key={start}>
            <Link
              to="/workbench/reports/$report"
              params={{ report: report.id }}
              search={{ article: i }}
              className="item"
              aria-current={i === report.shown ? 'true' : undefined}
              resetScroll={false}
            >
              <span className="item-body">
                <span className="item-title">{title}</span>
                <span className="muted small">{`${region.province ?? ''}${region.city ?? ''}`}</span>
              </span>
              <span className="tag number">{facts}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
