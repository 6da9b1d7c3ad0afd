import '../../text/area/publishing.js'
import type { DraftDetail, Effect } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { EffectResult } from './effect-result.js'

const ASK_EVERY_MS = 400

/** How far it is; asked for again until it is done. */
export function useEffectOf(id: string, page = 1) {
  return useQuery({
    queryKey: ['draft-effect', id, page],
    queryFn: () => staffApi.effect(id, { page }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_EVERY_MS : false),
  })
}

/** Whose verdicts and amounts would change. */
export function EffectPanel({ draft, dirty }: { readonly draft: DraftDetail; readonly dirty: boolean }) {
  const { t, lang } = useText()
  const { id } = draft
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const [page, setPage] = useState(1)
  const found = useEffectOf(id, page)
  const run = useMutation({
    mutationFn: (start: boolean) => (start ? staffApi.startEffect(id) : staffApi.cancelEffect(id)),
    onSuccess: () => {
      setPage(1)
      return queries.invalidateQueries({ queryKey: ['draft-effect', id] })
    },
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  const effect = found.data
  const running = effect?.state === 'running'
  return (
    <section className="card stack" aria-busy={running}>
      <h2>{t('effect.title')}</h2>
      <p className="muted">{t('effect.lead')}</p>
      {dirty && <p className="notice warn">{t('effect.unsaved')}</p>}
      <div className="actions">
        {!running && (
          <button type="button" className="button" onClick={() => run.mutate(true)}>
            {t(effect?.state === 'done' ? 'effect.again' : 'effect.start')}
          </button>
        )}
        {running && (
          <button type="button" className="button" onClick={() => run.mutate(false)}>
            {t('effect.cancel')}
          </button>
        )}
        {effect?.state === 'done' && effect.current && effect.changed > 0 && <Export draft={draft} />}
      </div>
      <div role="status">
        {effect && running && <Progress effect={effect} />}
        {effect?.state === 'cancelled' && <p>{t('effect.cancelled')}</p>}
        {effect?.state === 'failed' && <p>{t('effect.failed')}</p>}
        {effect?.state === 'done' && (
          <p>
            {t('effect.summary', { looked: effect.looked, changed: effect.changed })}{' '}
            <span className="muted small">
              {effect.at && t('effect.at', { at: localTime(effect.at, lang) })}
            </span>
          </p>
        )}
      </div>
      {effect?.state === 'done' && !effect.current && <p className="notice warn">{t('effect.stale')}</p>}
      {effect?.state === 'done' && <EffectResult effect={effect} page={page} onPage={setPage} />}
    </section>
  )
}

function Progress({ effect }: { readonly effect: Effect }) {
  const { t } = useText()
  const told = t('effect.running', { done: effect.done, total: effect.total })
  return (
    <div className="effect-progress">
      <progress max={Math.max(1, effect.total)} value={effect.done} aria-label={told} />
      <span className="number">{told}</span>
    </div>
  )
}

function Export({ draft }: { readonly draft: DraftDetail }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const fetched = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') =>
      saveFile(
        await staffApi.effectFile(draft.id, format),
        `${t('effect.file', { programme: draft.title })}.${format}`,
      ),
    onError: (cause) => notify({ text: messageOf(cause), tone: 'bad' }),
  })
  return (
    <>
      <button type="button" className="button plain" onClick={() => fetched.mutate('xlsx')}>
        {t('effect.xlsx')}
      </button>
      <button type="button" className="button plain" onClick={() => fetched.mutate('csv')}>
        {t('effect.csv')}
      </button>
    </>
  )
}
