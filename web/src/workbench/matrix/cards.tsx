import '../../text/area/matrix.js'
import type { MatrixCell, MatrixHead, MatrixRow } from '@kehui/server/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { moneyPhrase } from '../../ui/money.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { filtersOf, sortOf } from './asked-for.js'
import { CellText } from './cell-text.js'
import type { Opened } from './grid.js'

const route = getRouteApi('/workbench/matrix')
const PAGE = 20
const SHOWN = 4

/** What can be done something about comes first. */
function weight({ verdict, missing, moves, nextYear }: MatrixCell): number {
  if (verdict === 'unknown') return missing ?? 50
  if (verdict === 'no') return moves === undefined ? (nextYear ? 200 : 400) : 100 + moves
  return 300
}

function Card({
  row,
  head,
  onOpen,
}: {
  readonly row: MatrixRow
  readonly head: MatrixHead
  readonly onOpen: (opened: Opened) => void
}) {
  const { t, lang } = useText()
  const { programme: wanted } = route.useSearch()
  const cells = head.columns.flatMap((column) => {
    const cell = row.cells[column.programme]
    return cell ? [{ column, cell }] : []
  })
  const sorted = [...cells].sort(
    (a, b) =>
      Number(b.column.programme === wanted) - Number(a.column.programme === wanted) ||
      weight(a.cell) - weight(b.cell),
  )
  const money = (fen: string | null) => moneyPhrase(fen ?? '0', fen ?? '0', lang)
  return (
    <li className="card stack tight">
      <h2 className="card-title">
        <Link to="/companies/$company" params={{ company: row.id }}>
          {row.name}
        </Link>
      </h2>
      <p className="muted small">{row.place}</p>
      <p className="small">
        {t('matrix.card.money', { certain: money(row.certainFen), possible: money(row.possibleFen) })}
      </p>
      <ul className="matrix-card-cells">
        {sorted.slice(0, SHOWN).map(({ column, cell }) => (
          <li key={column.programme}>
            <button
              type="button"
              onClick={() => onOpen({ subject: row.id, name: row.name, programme: column.programme })}
            >
              <span>{column.title}</span>
              <span className="matrix-card-cell">
                <CellText cell={cell} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {cells.length > SHOWN && (
        <Link to="/companies/$company" params={{ company: row.id }} className="matrix-card-rest">
          {t('matrix.card.rest', { count: cells.length })}
        </Link>
      )}
    </li>
  )
}

/** On a phone a card a company, in the same order: nothing is scrolled sideways. */
export function Cards({ head, onOpen }: { readonly head: MatrixHead; readonly onOpen: (o: Opened) => void }) {
  const { t, lang } = useText()
  const search = route.useSearch()
  const [filters, sort] = [filtersOf(search), sortOf(search)]
  const rows = useInfiniteQuery({
    queryKey: ['matrix-rows', 'cards', lang, filters, sort],
    queryFn: ({ pageParam }) =>
      staffApi.matrixRows({ ...filters, sort, offset: pageParam, limit: PAGE, lang }),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items }) => {
      const next = offset + items.length
      return items.length === 0 || next >= head.total ? undefined : next
    },
  })
  if (rows.isError) return <PartFailure query={rows} />
  if (rows.isPending) return <p role="status">{t('app.loading')}</p>
  return (
    <>
      <ul className="stack">
        {rows.data.pages
          .flatMap(({ items }) => items)
          .map((row) => (
            <Card key={row.id} row={row} head={head} onOpen={onOpen} />
          ))}
      </ul>
      {rows.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t('matrix.more')}
        </button>
      )}
    </>
  )
}
