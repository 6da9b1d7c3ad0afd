import '../../text/area/assignment.js'
import type { AloneRows, RoundView } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Pager } from '../../ui/pager.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { Filter } from './filter.js'
import { PAGE_SIZE } from './page-size.js'
import { REASONS } from './search.js'

const route = getRouteApi('/workbench/assignment/$round')
const SIDES = ['left', 'right'] as const

/** Who is together with nobody, and why. */
export function AloneTab({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { side, reason, page = 1 } = search
  const asked = { side, reason, offset: (page - 1) * PAGE_SIZE }
  const found = useQuery({
    queryKey: ['assignment-rows', 'alone', round.id, round.run, asked],
    queryFn: () => staffApi.assignmentAlone(round.id, asked),
    placeholderData: keepPreviousData,
  })
  const narrow = (more: Partial<typeof search>) =>
    void navigate({ search: { ...search, page: undefined, ...more }, resetScroll: false })
  if (found.isError) return <PartFailure query={found} />
  if (found.isPending) return <p role="status">{t('app.loading')}</p>
  const { items, total, reasons } = found.data
  if (reasons.length === 0) return <p className="notice good">{t('assignment.alone.none')}</p>
  const nameOf = (one: 'left' | 'right') => (one === 'left' ? round.leftName : round.rightName)
  return (
    <>
      <fieldset className="assignment-filters" aria-label={t('assignment.filter')}>
        <Filter
          label={t('assignment.alone.side')}
          value={side ?? ''}
          options={[['', t('assignment.alone.side.all')], ...SIDES.map((one) => [one, nameOf(one)] as const)]}
          onChange={(value) => narrow({ side: SIDES.find((one) => one === value) })}
        />
        <Filter
          label={t('assignment.alone.reason')}
          value={reason ?? ''}
          options={[
            ['', t('assignment.alone.reason.all')],
            ...REASONS.map((one) => [one, `${textOf(one, t)}（${countOf(reasons, one, side)}）`] as const),
          ]}
          onChange={(value) => narrow({ reason: REASONS.find((one) => one === value) })}
        />
      </fieldset>
      <p role="status" className="muted">
        {t('assignment.alone.found', { total })}
      </p>
      <ul className="rows card">
        {items.map(({ side: of, member, reason: why, candidates }) => (
          <li key={`${of} ${member.code}`}>
            <span>
              <span className="tag">{nameOf(of)}</span> <strong>{member.name}</strong>{' '}
              <span className="muted small">{member.county ?? ''}</span>
            </span>
            <span className="muted">
              {why === 'full'
                ? t('assignment.alone.full', { count: candidates })
                : textOf(REASONS.find((one) => one === why) ?? 'full', t)}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        onPage={(next) => narrow({ page: next > 1 ? next : undefined })}
      />
    </>
  )
}

function textOf(reason: (typeof REASONS)[number], t: ReturnType<typeof useText>['t']): string {
  return reason === 'full' ? t('assignment.alone.full.short') : t(`assignment.alone.${reason}`)
}

function countOf(reasons: AloneRows['reasons'], reason: string, side: 'left' | 'right' | undefined): number {
  return reasons
    .filter((one) => one.reason === reason && (side === undefined || one.side === side))
    .reduce((sum, { count }) => sum + count, 0)
}
