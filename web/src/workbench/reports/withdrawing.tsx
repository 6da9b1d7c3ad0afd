import '../../text/area/reports.js'
import type { Report } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'

/** Withdraws a report with its figures, and brings it back. */
export function Withdrawing({ report: { id, withdrawn } }: { readonly report: Report }) {
  const { t, lang } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const turning = useMutation({
    mutationFn: (away: boolean) => (away ? staffApi.withdrawReport(id) : staffApi.restoreReport(id)),
    onSuccess: async (_, away) => {
      await Promise.all(
        [['report', id], ['reports'], ['report-batches'], ['indicators']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
      notify(
        away
          ? {
              text: t('reports.withdrawn'),
              tone: 'good',
              action: { label: t('reports.restore'), run: () => turning.mutate(false) },
            }
          : { text: t('reports.restored'), tone: 'good' },
      )
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  if (!withdrawn)
    return (
      <p>
        <button type="button" className="button" onClick={() => turning.mutate(true)}>
          {t('reports.withdraw')}
        </button>
      </p>
    )
  return (
    <div className="notice warn actions">
      <p>{t('reports.withdrawn.by', { name: withdrawn.byName, at: localTime(withdrawn.at, lang) })}</p>
      <button type="button" className="button primary" onClick={() => turning.mutate(false)}>
        {t('reports.restore')}
      </button>
    </div>
  )
}
