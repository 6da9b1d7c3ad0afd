import '../../text/area/publishing.js'
import type { DraftDetail, DraftHistory } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { localTime } from '../../ui/local-time.js'
import { staffApi } from '../../ui/staff-api.js'

/** Who did what, when and why, the latest first; every text of it can be had again. */
export function HistoryCard({ draft }: { readonly draft: DraftDetail }) {
  const { t } = useText()
  const [shown, setShown] = useState<DraftHistory | null>(null)
  return (
    <section className="card stack tight">
      <h2>{t('history.title')}</h2>
      <ol className="timeline">
        {draft.history.toReversed().map((event) => (
          <li key={event.id}>
            <HistoryLine event={event} onShow={() => setShown(event)} />
          </li>
        ))}
      </ol>
      {shown && <OldText draft={draft.id} event={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

function HistoryLine({ event, onShow }: { readonly event: DraftHistory; readonly onShow: () => void }) {
  const { t, lang } = useText()
  const { reading, effect } = event.detail
  const changed = typeof effect === 'object' && effect !== null && 'changed' in effect ? effect.changed : null
  return (
    <>
      <span className="item-row">
        <b>
          {t(`history.${event.action}`)} · {event.by}
        </b>
        <span className="muted small number">{localTime(event.at, lang)}</span>
      </span>
      {event.note && <span>{event.note}</span>}
      {typeof reading === 'string' && (
        <span className="muted small">{t('history.reading', { option: reading })}</span>
      )}
      {typeof changed === 'number' && <span className="muted small">{t('history.effect', { changed })}</span>}
      {event.changedText && (
        <button type="button" className="link-button" onClick={onShow}>
          {t('history.text')}
        </button>
      )}
    </>
  )
}

function OldText({
  draft,
  event,
  onClose,
}: {
  readonly draft: string
  readonly event: DraftHistory
  readonly onClose: () => void
}) {
  const { t, lang } = useText()
  const found = useQuery({
    queryKey: ['draft-text', draft, event.id],
    queryFn: () => staffApi.draftText(draft, event.id),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog title={`${t(`history.${event.action}`)} · ${localTime(event.at, lang)}`} onClose={onClose}>
      <textarea
        className="input old-text"
        aria-label={t('history.text')}
        readOnly
        rows={18}
        wrap="off"
        value={found.data?.text ?? t('app.loading')}
      />
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </Dialog>
  )
}
