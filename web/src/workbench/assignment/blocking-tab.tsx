import '../../text/area/assignment.js'
import type { BlockingRows, RoundView } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { PAGE_SIZE } from './page-size.js'
import { PairDialog } from './pair-dialog.js'

const route = getRouteApi('/workbench/assignment/$round')
type Blocking = BlockingRows['items'][number]

/** Who would both rather have each other, what each would give up for it, and pinning them. */
export function BlockingTab({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { page = 1 } = search
  const [opened, setOpened] = useState<Blocking>()
  const found = useQuery({
    queryKey: ['assignment-rows', 'blocking', round.id, round.run, page],
    queryFn: () => staffApi.assignmentBlocking(round.id, (page - 1) * PAGE_SIZE),
    placeholderData: keepPreviousData,
  })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total } = found.data
  if (total === 0) return <p className="notice good">{t('assignment.blocking.none')}</p>
  const all = round.figures?.blocking ?? total
  return (
    <>
      <p className="muted assignment-lead">{t('assignment.blocking.lead')}</p>
      {all > total && <p>{t('assignment.blocking.more', { total: all, shown: total })}</p>}
      <ul className="items">
        {items.map((pair) => (
          <li key={`${pair.left.code} ${pair.right.code}`}>
            <Item pair={pair} onOpen={() => setOpened(pair)} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        onPage={(next) =>
          void navigate({ search: { ...search, page: next > 1 ? next : undefined }, resetScroll: false })
        }
      />
      {opened && <PairDialog round={round} pair={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Item({ pair, onOpen }: { readonly pair: Blocking; readonly onOpen: () => void }) {
  const { t } = useText()
  const { left, right, leftOver, rightOver, leftRank, rightRank } = pair
  const gives = (name: string, over: string | null, rank: number) =>
    `${
      over === null
        ? t('assignment.blocking.room', { name })
        : t('assignment.blocking.over', { name, other: over })
    } · ${t('assignment.rank', { rank })}`
  return (
    <button type="button" className="item assignment-item" onClick={onOpen}>
      <span className="item-body">
        <span className="item-title">{t('assignment.pair', { left: left.name, right: right.name })}</span>
        <span>{gives(left.name, leftOver, leftRank)}</span>
        <span>{gives(right.name, rightOver, rightRank)}</span>
      </span>
    </button>
  )
}
