import '../../text/area/matrix.js'
import type { MatrixHead } from '@kehui/server/client'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { PartFailure } from '../../ui/part-failure.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import { Filters } from './filters.js'
import { Grid, type Opened } from './grid.js'
import { ListChooser } from './list-chooser.js'
import './matrix.css'
import { filtersOf, sortOf } from './asked-for.js'
import { Pending } from './pending.js'
import { useFirstRows, useHead } from './use-matrix.js'
import { useNarrow } from './use-narrow.js'

const route = getRouteApi('/workbench/matrix')

// What a desktop does not open with is fetched when it is first shown.
const Cards = lazy(async () => ({ default: (await import('./cards.js')).Cards }))
const Changes = lazy(async () => ({ default: (await import('./changes.js')).Changes }))
const DetailDialog = lazy(async () => ({ default: (await import('./detail-dialog.js')).DetailDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.js')).ExportDialog }))

function Tabs() {
  const { t } = useText()
  const search = route.useSearch()
  return (
    <nav className="segments" aria-label={t('matrix.view')}>
      {([undefined, 'changes'] as const).map((tab) => (
        <Link
          key={tab ?? 'matrix'}
          from="/workbench/matrix"
          to="."
          search={{ ...search, tab }}
          activeOptions={{ exact: true }}
          aria-current={tab === search.tab ? 'true' : undefined}
          resetScroll={false}
        >
          {t(`matrix.tab.${tab ?? 'matrix'}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The rows are fetched while it is still being counted how many there are. */
function FirstRows() {
  useFirstRows()
  return null
}

interface BodyProps {
  readonly head: MatrixHead
  readonly picked: ReadonlyMap<string, string>
  readonly onPick: (id: string, name: string) => void
  readonly onOpen: (opened: Opened) => void
}

function Body({ head, picked, onPick, onOpen }: BodyProps) {
  const { t } = useText()
  const search = route.useSearch()
  const narrow = useNarrow()
  if (search.tab === 'changes') return <Changes on={head.on} />
  if (head.total === 0) return <p className="notice">{t('matrix.none.next')}</p>
  if (narrow) return <Cards head={head} onOpen={onOpen} />
  // Other companies or another order begin at the top.
  const shown = JSON.stringify([filtersOf(search), sortOf(search)])
  return <Grid key={shown} head={head} picked={picked} onPick={onPick} onOpen={onOpen} />
}

/** Companies ticked one by one, kept while filters change: id → name. */
function usePicked() {
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map())
  const pick = useCallback((id: string, name: string) => {
    setPicked((before) => {
      const after = new Map(before)
      if (!after.delete(id)) after.set(id, name)
      return after
    })
  }, [])
  const unpick = useCallback(() => setPicked(new Map()), [])
  return { picked, pick, unpick }
}

function Matrix() {
  const { t } = useText()
  const search = route.useSearch()
  const narrow = useNarrow()
  const head = useHead()
  const { picked, pick, unpick } = usePicked()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [exporting, setExporting] = useState(false)
  const data = head.data
  const filters = <Filters columns={data?.columns ?? []} />
  return (
    <div className="page stack workbench matrix-page">
      <div className="item-row">
        <h1>{t('matrix.title')}</h1>
        <button
          type="button"
          className="button primary"
          disabled={!data || data.total === 0}
          onClick={() => setExporting(true)}
        >
          <Icon name="download" />
          {t('matrix.export')}
        </button>
      </div>
      <ListChooser picked={picked} onUnpick={unpick} />
      {narrow ? (
        <details className="matrix-more">
          <summary>{t('matrix.filters.more')}</summary>
          <div className="stack">{filters}</div>
        </details>
      ) : (
        filters
      )}
      <div className="matrix-bar">
        <Tabs />
        {data && search.tab === undefined && (
          <p role="status" className="muted">
            {data.total === 0
              ? t('matrix.none')
              : t('matrix.found', { total: data.total, columns: data.columns.length })}
          </p>
        )}
      </div>
      {!narrow && search.tab === undefined && <FirstRows />}
      {head.isError && <PartFailure query={head} />}
      {head.isPending && <p role="status">{t('app.loading')}</p>}
      {data && <Pending head={data} />}
      {data && (
        <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
          <Body head={data} picked={picked} onPick={pick} onOpen={setOpened} />
        </Suspense>
      )}
      <Suspense>
        {opened && data && <DetailDialog opened={opened} on={data.on} onClose={() => setOpened(null)} />}
        {exporting && data && <ExportDialog on={data.on} onClose={() => setExporting(false)} />}
      </Suspense>
    </div>
  )
}

export function MatrixPage() {
  return (
    <StaffOnly title="matrix.title">
      <Matrix />
    </StaffOnly>
  )
}
