import '../../text/area/digests.js'
import type { DigestDetail, Redrafted } from '@kehui/server/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Picker } from './picker.js'
import { type Choice, fromPicks, toPicks } from './picks.js'

const COUNTS = ['added', 'updated', 'removed', 'kept', 'newer'] as const

interface RedraftProps {
  readonly digest: DigestDetail
  /** As it is written by now, saved or not. */
  readonly written: () => Pick<DigestDetail, 'title' | 'sections'>
  readonly onDone: (digest: DigestDetail) => void
}

/** Drafts anew of another choice; what it would change is seen first, and what people did stays. */
export function Redraft({ digest, written, onDone }: RedraftProps) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [choice, setChoice] = useState<Choice>(() => fromPicks(digest.picks))
  const [checked, setChecked] = useState(digest.checked)
  const [error, setError] = useState<string>()
  const send = useMutation({
    mutationFn: (dry: boolean) =>
      staffApi.redraftDigest(digest.id, {
        ...written(),
        revision: digest.revision,
        picks: toPicks(choice),
        checked,
        dry,
      }),
    onSuccess: ({ digest: next }, dry) => {
      if (!dry) onDone(next)
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const change = (what: () => void) => {
    what()
    setError(undefined)
    send.reset()
  }
  const go = (dry: boolean) => {
    if (send.isPending) return
    const missing = toPicks(choice).length === 0
    setError(missing ? t('digests.missing') : undefined)
    if (!missing) send.mutate(dry)
  }
  return (
    <div className="stack">
      <p className="muted">{t('digests.redraft.lead')}</p>
      {error && (
        <p className="notice bad" role="alert">
          {error}
        </p>
      )}
      <Picker choice={choice} onChange={(next) => change(() => setChoice(next))} />
      <label className={`choice${checked ? ' chosen' : ''}`}>
        <input type="checkbox" checked={checked} onChange={() => change(() => setChecked(!checked))} />
        {t('digests.checked')}
      </label>
      <div role="status">{send.data && <Summary summary={send.data.summary} />}</div>
      <div className="actions">
        <button type="button" className="button" aria-disabled={send.isPending} onClick={() => go(true)}>
          {t('digests.redraft.try')}
        </button>
        {send.data && (
          <button
            type="button"
            className="button primary"
            aria-disabled={send.isPending}
            onClick={() => go(false)}
          >
            {t('digests.redraft.take')}
          </button>
        )}
      </div>
    </div>
  )
}

function Summary({ summary }: { readonly summary: Redrafted['summary'] }) {
  const { t } = useText()
  const told = COUNTS.filter((count) => summary[count] > 0)
  if (summary.added + summary.updated + summary.removed + summary.newer === 0)
    return <p className="notice">{t('digests.redraft.same')}</p>
  return (
    <ul className="notice stack tight">
      {told.map((count) => (
        <li key={count}>{t(`digests.redraft.${count}`, { count: summary[count] })}</li>
      ))}
    </ul>
  )
}
