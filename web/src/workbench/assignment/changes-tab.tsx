import '../../text/area/assignment.js'
import type { ChangeRows, RoundView } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { PAGE_SIZE } from './page-size.js'

const route = getRouteApi('/workbench/assignment/$round')
const WHY = [
  'left-gone',
  'right-gone',
  'forbidden',
  'not-eligible',
  'left-better',
  'right-better',
  'balance',
  'pinned',
  'was-free',
  'instead',
] as const

/** Who is together otherwise than before, and why. */
export function ChangesTab({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { page = 1 } = search
  const changes = round.figures?.changes ?? null
  const found = useQuery({
    queryKey: ['assignment-rows', 'changes', round.id, round.run, page],
    queryFn: () => staffApi.assignmentChanges(round.id, (page - 1) * PAGE_SIZE),
    placeholderData: keepPreviousData,
    enabled: changes !== null,
  })
  if (changes === null || round.since === null) return <p className="muted">{t('assignment.changes.none')}</p>
  return (
    <>
      <p>
        {round.since.same
          ? t('assignment.changes.run')
          : t('assignment.changes.round', { title: round.since.title })}
        ：<strong>{t('assignment.changes.counts', changes)}</strong>
      </p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && found.data.items.length > 0 && (
        <ul className="rows card">
          {keyed(found.data.items, ({ kind, left, right }) => `${kind} ${left} ${right}`).map(
            ({ key, item }) => (
              <li key={key}>
                <Change change={item} />
              </li>
            ),
          )}
        </ul>
      )}
      <Pager
        page={page}
        pages={Math.ceil((found.data?.total ?? 0) / PAGE_SIZE)}
        onPage={(next) =>
          void navigate({ search: { ...search, page: next > 1 ? next : undefined }, resetScroll: false })
        }
      />
    </>
  )
}

function Change({ change }: { readonly change: ChangeRows['items'][number] }) {
  const { t } = useText()
  const { kind, left, right, other } = change
  const why = WHY.find((one) => one === change.reason)
  return (
    <>
      <span>
        <span className={kind === 'added' ? 'tag yes' : 'tag no'}>{t(`assignment.change.${kind}`)}</span>{' '}
        <strong>{t('assignment.pair', { left, right })}</strong>
      </span>
      <span className="muted">{why && t(`assignment.why.${why}`, { left, right, other: other ?? '' })}</span>
    </>
  )
}
