import '../../text/area/need-channels.js'
import type { DemandImport } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Tables that were entered, each of which can be taken back as a whole. */
export function PastTables() {
  const { t } = useText()
  const past = useQuery({ queryKey: ['demand-imports'], queryFn: () => staffApi.demandImports() })
  const items = past.data?.items ?? []
  return (
    <section className="stack tight" aria-labelledby="past-tables">
      <h2 id="past-tables">{t('need-table.past')}</h2>
      {past.isError && <PartFailure query={past} />}
      {past.data && items.length === 0 && <p className="muted">{t('need-table.past.none')}</p>}
      <ul className="items">
        {items.map((item) => (
          <li key={item.id} className="card stack tight">
            <PastTable item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PastTable({ item }: { readonly item: DemandImport }) {
  const { t, lang } = useText()
  const { name } = useActingName()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => staffApi.undoDemandTable(item.id),
    onSuccess: async ({ removed, kept }) => {
      await queries.invalidateQueries()
      const titles = kept.map(({ title }) => title).join('、')
      notify({
        text: [t('need-table.removed', { removed }), titles && t('need-table.kept', { titles })]
          .filter(Boolean)
          .join(' '),
        tone: 'good',
      })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <>
      <p className="item-row">
        <b>{item.fileName}</b>
        <span className="muted small">
          {item.by} <time dateTime={item.at}>{localTime(item.at, lang)}</time>
        </span>
      </p>
      <p className="muted small">{t('need-table.needs', { count: item.needs, refused: item.refused })}</p>
      {item.undoneBy === null ? (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={undo.isPending || name === ''}
            onClick={() => (undo.isPending || name === '' ? undefined : undo.mutate())}
          >
            {t('need-table.undo')}
            <span className="hidden-visually"> {item.fileName}</span>
          </button>
        </p>
      ) : (
        <p className="muted small">{t('need-table.undone', { by: item.undoneBy })}</p>
      )}
    </>
  )
}
