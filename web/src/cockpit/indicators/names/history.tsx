import '../../../text/area/indicators.js'
import type { Naming } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '../../../text/use-text.js'
import { localTime } from '../../../ui/local-time.js'
import { notify } from '../../../ui/notify.js'
import { PartFailure } from '../../../ui/part-failure.js'
import { staffApi } from '../../../ui/staff-api.js'
import { useMessageOf } from '../../../ui/use-message-of.js'

/** What people said, the latest first; any of it can be undone while nothing else was said since. */
export function History() {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const found = useQuery({ queryKey: ['indicator-namings'], queryFn: () => staffApi.indicatorNamings() })
  const undo = useMutation({
    mutationFn: (id: string) => staffApi.undoNaming(id),
    onSuccess: async () => {
      await Promise.all(
        ['indicator-names', 'indicator-namings', 'indicators', 'indicator', 'report'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      )
      notify({ text: t('naming.undone'), tone: 'good' })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <section className="card stack" aria-labelledby="naming-history">
      <h2 id="naming-history">{t('naming.history')}</h2>
      {found.isError && <PartFailure query={found} />}
      {found.data?.length === 0 && <p className="muted">{t('naming.history.none')}</p>}
      <ul className="rows">
        {found.data?.map((one) => (
          <Said key={one.id} said={one} onUndo={() => undo.isPending || undo.mutate(one.id)} />
        ))}
      </ul>
    </section>
  )
}

function Said({ said, onUndo }: { readonly said: Naming; readonly onUndo: () => void }) {
  const { t, lang } = useText()
  const { subjects, indicator, byName, at, undoneBy } = said
  const words = subjects.join(t('common.comma'))
  const text =
    indicator === null
      ? t('naming.history.forgot', { subjects: words })
      : t('naming.history.to', { subjects: words, indicator })
  return (
    <li>
      <span>
        {undoneBy === null ? text : <s>{text}</s>}{' '}
        <span className="muted small">
          {t('naming.history.by', { name: byName, at: localTime(at, lang) })}
        </span>
      </span>
      {undoneBy === null ? (
        <button type="button" className="button" onClick={onUndo}>
          {t('naming.undo')}
          <span className="hidden-visually"> {text}</span>
        </button>
      ) : (
        <span className="tag moot">{t('naming.history.undone', { name: undoneBy })}</span>
      )}
    </li>
  )
}
