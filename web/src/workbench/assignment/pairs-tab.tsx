import '../../text/area/assignment.js'
import type { PairRow, RoundFigures, RoundView } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { PartFailure } from '../../ui/part-failure.js'
import { SearchForm } from '../../ui/search-form.js'
import { Filter } from './filter.js'
import { PairDialog } from './pair-dialog.js'
import { PairsGrid } from './pairs-grid.js'
import { ONLY, SORTS } from './search.js'
import { useTotal } from './use-pairs.js'

const route = getRouteApi('/workbench/assignment/$round')

/** Who is together with whom. */
export function PairsTab({ round, figures }: { readonly round: RoundView; readonly figures: RoundFigures }) {
  const { t } = useText()
  const found = useTotal(round)
  const [opened, setOpened] = useState<PairRow>()
  return (
    <>
      <Filters round={round} figures={figures} />
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.data && (
        <>
          <p role="status" className="muted">
            {found.data.total === 0
              ? t('assignment.found.none')
              : t('assignment.found', { total: found.data.total })}
          </p>
          {found.data.total > 0 && <PairsGrid round={round} total={found.data.total} onOpen={setOpened} />}
        </>
      )}
      {opened && <PairDialog round={round} pair={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Filters({ round, figures }: { readonly round: RoundView; readonly figures: RoundFigures }) {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = (more: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...more }, resetScroll: false, replace: true })
  const counties = figures.counties.flatMap(({ county, right }) =>
    county !== null && right.members > 0 ? [county] : [],
  )
  const { leftName, rightName } = round
  const nameOf = (sort: (typeof SORTS)[number]) => (sort.startsWith('left') ? leftName : rightName)
  return (
    <fieldset className="assignment-filters" aria-label={t('assignment.filter')}>
      <SearchForm
        label={t('assignment.query')}
        query={search.q ?? ''}
        onSearch={(q) => narrow({ q: q || undefined })}
        narrow
      />
      {counties.length > 1 && (
        <Filter
          label={t('assignment.county')}
          value={search.county ?? ''}
          options={[
            ['', t('assignment.county.all')],
            ...counties.toSorted().map((county) => [county, county] as const),
          ]}
          onChange={(county) => narrow({ county: county || undefined })}
        />
      )}
      <Filter
        label={t('assignment.only')}
        value={search.only ?? ''}
        options={[
          ['', t('assignment.only.all')],
          ...ONLY.map((only) => [only, t(`assignment.only.${only}`)] as const),
        ]}
        onChange={(value) => narrow({ only: ONLY.find((only) => only === value) })}
      />
      <Filter
        label={t('assignment.sort')}
        value={search.sort ?? ''}
        options={[
          ['', t('assignment.sort.none')],
          ...SORTS.map((sort) => [sort, t(`assignment.sort.${sort}`, { name: nameOf(sort) })] as const),
        ]}
        onChange={(value) => narrow({ sort: SORTS.find((sort) => sort === value) })}
      />
      {search.sort && (
        <label className={`choice${search.down ? ' chosen' : ''}`}>
          <input
            type="checkbox"
            checked={search.down === true}
            onChange={() => narrow({ down: search.down ? undefined : true })}
          />
          {t('assignment.sort.down')}
        </label>
      )}
    </fieldset>
  )
}
