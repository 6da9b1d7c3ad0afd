import '../../text/area/chain.js'
import type { ChainRow, ChainTable } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { CoverText } from './cover-mark.js'
import { USUAL_DEPTH } from './search.js'
import { stageTitle } from './stage-title.js'

const route = getRouteApi('/cockpit/chain/$id')

/** The picture as a table, or the gaps in it, the most serious first; and as a file. */
export function ChainList({ gaps }: { readonly gaps: boolean }) {
  const { t, lang } = useText()
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const ask = { depth: search.depth ?? USUAL_DEPTH, rows: gaps ? ('gaps' as const) : ('all' as const) }
  const page = search.page ?? 1
  const query = useQuery({
    queryKey: ['chain-table', id, ask, page, lang],
    queryFn: () => staffApi.chainTable(id, { ...ask, page }),
    placeholderData: keepPreviousData,
  })
  if (query.isError) return <PartFailure query={query} />
  const table = query.data
  if (!table) return <p role="status">{t('app.loading')}</p>
  if (table.total === 0) return <p className="notice">{t(gaps ? 'chain.gaps.none' : 'chain.list.none')}</p>
  return (
    <section className="stack chain-table">
      <div className="item-row">
        <p role="status">{t(gaps ? 'chain.gaps.count' : 'chain.list.count', { count: table.total })}</p>
        <Download id={id} name={table.focus.name} ask={ask} />
      </div>
      {gaps && <p className="muted small">{t('chain.gaps.order')}</p>}
      <Rows table={table} />
      <Pager
        page={page}
        pages={Math.ceil(table.total / table.pageSize)}
        onPage={(to) => navigate({ search: { ...search, page: to > 1 ? to : undefined } })}
      />
    </section>
  )
}

interface DownloadProps {
  readonly id: string
  readonly name: string
  readonly ask: { readonly depth: number; readonly rows: 'all' | 'gaps' }
}

function Download({ id, name, ask }: DownloadProps) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      saveFile(await staffApi.chainTableFile(id, ask), `${t('chain.title')}-${name}.xlsx`)
    } catch (cause) {
      setProblem(messageOf(cause))
    }
  }
  return (
    <div className="actions">
      {problem !== null && <span role="alert">{problem}</span>}
      <button type="button" className="button" onClick={save}>
        <Icon name="download" />
        {t('chain.export')}
      </button>
    </div>
  )
}

function Rows({ table }: { readonly table: ChainTable }) {
  const { t } = useText()
  const titles = new Map(table.stages.map((stage) => [stage.key, stageTitle(stage, table.focus.name, t)]))
  const heads = ['link', 'stage', 'makers', 'works', 'experts', 'wanted'] as const
  return (
    <table className="chain-rows">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`chain.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.id} row={row} stage={titles.get(row.stage) ?? ''} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, stage }: { readonly row: ChainRow; readonly stage: string }) {
  const { t } = useText()
  const search = route.useSearch()
  return (
    <tr>
      <th scope="row">
        <Link
          from="/cockpit/chain/$id"
          to="."
          search={{ ...search, link: row.id }}
          resetScroll={false}
          className="chain-row-link"
        >
          {row.name}
        </Link>
      </th>
      <td data-label={t('chain.column.stage')}>{stage}</td>
      <td data-label={t('chain.column.makers')}>
        <CoverText cover={row.makers} />
        <span className="muted small number">
          {t('chain.makers.counts', { local: row.local, elsewhere: row.elsewhere })}
          {row.unknown > 0 && t('chain.makers.unknown', { count: row.unknown })}
        </span>
      </td>
      <td data-label={t('chain.column.works')}>
        <CoverText cover={row.works} />
      </td>
      <td data-label={t('chain.column.experts')}>
        <CoverText cover={row.experts} />
      </td>
      <td data-label={t('chain.column.wanted')} className="number">
        {row.wantedBy > 0 ? t('chain.wanted', { count: row.wantedBy }) : '—'}
      </td>
    </tr>
  )
}
