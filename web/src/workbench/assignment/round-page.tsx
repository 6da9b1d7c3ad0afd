import '../../text/area/assignment.js'
import '../../text/area/workbench.js'
import type { RoundView } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { StaffOnly } from '../staff-only.js'
import { Actions } from './actions.js'
import { Adjustments } from './adjustments.js'
import { AloneTab } from './alone-tab.js'
import { BlockingTab } from './blocking-tab.js'
import { ChangesTab } from './changes-tab.js'
import { CountiesTab } from './counties-tab.js'
import { Figures } from './figures.js'
import { PairsTab } from './pairs-tab.js'
import { Running } from './running.js'
import { type RoundTab, TABS } from './search.js'
import { StateTag } from './state-tag.js'
import '../workbench.css'
import './assignment.css'

const route = getRouteApi('/workbench/assignment/$round')
const RUNNING_MS = 1_000

export function RoundPage() {
  return (
    <StaffOnly title="assignment.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { t, lang } = useText()
  const { round } = route.useParams()
  const found = useQuery({
    queryKey: ['assignment-round', round, lang],
    queryFn: () => staffApi.assignmentRound(round),
    refetchInterval: ({ state }) => (state.data?.lastRun?.state === 'running' ? RUNNING_MS : false),
  })
  return (
    <div className="page stack workbench assignment-page">
      <p>
        <Link to="/workbench/assignment" className="back">
          ← {t('assignment.back')}
        </Link>
      </p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && <Round round={found.data} />}
    </div>
  )
}

function Round({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  return (
    <>
      <div className="stack tight">
        <h1>{round.title}</h1>
        <p className="tags">
          <StateTag state={round.state} />
          <span className="tag">{t(`assignment.kind.${round.kind}`)}</span>
          <span className="tag">{t(`assignment.way.${round.way}`)}</span>
          {round.sameCounty && <span className="tag">{t('assignment.same-county')}</span>}
          {round.sharedField && <span className="tag">{t('assignment.shared-field')}</span>}
          {round.sample && <span className="tag moot">{t('assignment.sample')}</span>}
        </p>
        <Others round={round} />
      </div>
      <Running round={round} />
      {round.figures && <Figures round={round} figures={round.figures} />}
      <Actions round={round} />
      <Tabs round={round} />
    </>
  )
}

/** The round before and the one after. */
function Others({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const { replaces, replacesTitle, replacedBy, state } = round
  return (
    <>
      {replaces !== null && replacesTitle !== null && (
        <p>
          <Link to="/workbench/assignment/$round" params={{ round: replaces }}>
            {t(state === 'confirmed' ? 'assignment.replaced' : 'assignment.replaces', {
              title: replacesTitle,
            })}
          </Link>
        </p>
      )}
      {replacedBy !== null && (
        <p>
          <Link to="/workbench/assignment/$round" params={{ round: replacedBy.id }}>
            {t(state === 'superseded' ? 'assignment.replaced-by' : 'assignment.replacing', {
              title: replacedBy.title,
            })}
          </Link>
        </p>
      )}
    </>
  )
}

function Tabs({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const { tab: asked } = route.useSearch()
  const hasAnswer = round.figures !== null
  const tabs = TABS.filter((one) => hasAnswer || one === 'adjustments' || one === 'log')
  const tab = tabs.find((one) => one === asked) ?? tabs[0] ?? 'log'
  const counts = countsOf(round)
  return (
    <>
      <nav className="segments assignment-tabs" aria-label={t('assignment.tabs')}>
        {tabs.map((one) => (
          <Link
            key={one}
            from="/workbench/assignment/$round"
            to="."
            search={one === 'pairs' ? {} : { tab: one }}
            activeOptions={{ exact: true }}
            aria-current={one === tab ? 'true' : undefined}
            resetScroll={false}
          >
            {t(`assignment.tab.${one}`)} <small className="number">{counts[one] ?? ''}</small>
          </Link>
        ))}
      </nav>
      <section className="stack" aria-label={t(`assignment.tab.${tab}`)}>
        <Content round={round} tab={tab} />
      </section>
    </>
  )
}

function countsOf({ figures, adjustments }: RoundView): Partial<Record<RoundTab, number>> {
  const standing = adjustments.filter(({ undone }) => undone === null).length
  if (!figures) return { adjustments: standing }
  const { changes, left, right } = figures
  return {
    pairs: figures.pairs,
    alone: left.alone + right.alone,
    blocking: figures.blocking,
    ...(changes ? { changes: changes.added + changes.ended } : {}),
    adjustments: standing,
  }
}

function Content({ round, tab }: { readonly round: RoundView; readonly tab: RoundTab }) {
  if (round.figures && tab === 'pairs') return <PairsTab round={round} figures={round.figures} />
  if (round.figures && tab === 'counties') return <CountiesTab round={round} figures={round.figures} />
  if (tab === 'alone') return <AloneTab round={round} />
  if (tab === 'blocking') return <BlockingTab round={round} />
  if (tab === 'changes') return <ChangesTab round={round} />
  if (tab === 'adjustments') return <Adjustments round={round} />
  return <Log round={round} />
}

function Log({ round }: { readonly round: RoundView }) {
  const { t, lang } = useText()
  return (
    <ol className="rows card">
      {round.events.map(({ id, action, note, by, at }) => (
        <li key={id}>
          <span>
            {isKnown(action) ? t(`assignment.did.${action}`) : action}
            {note !== null && <span className="muted"> · {note}</span>}
          </span>
          <span className="muted small number">
            {by} · {localTime(at, lang)}
          </span>
        </li>
      ))}
    </ol>
  )
}

const DID = [
  'create',
  'compute',
  'confirm',
  'reopen',
  'rerun',
  'supersede',
  'reinstate',
  'discard',
  'restore',
] as const

function isKnown(action: string): action is (typeof DID)[number] {
  return DID.some((one) => one === action)
}
