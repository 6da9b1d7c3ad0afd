import '../../text/area/assignment.js'
import type { PairRow, RoundView } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { score } from './figures.js'
import { useRoundStep } from './use-round-steps.js'

interface PairProps {
  readonly round: RoundView
  readonly pair: Pick<PairRow, 'left' | 'right'> & Partial<PairRow>
  readonly onClose: () => void
}

/** Two of a round: how well they suit, and pinning them or keeping them apart. */
export function PairDialog({ round, pair, onClose }: PairProps) {
  const { t } = useText()
  const { left, right } = pair
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const adjust = useRoundStep(
    (what: 'pin' | 'forbid') =>
      staffApi.adjustAssignment(round.id, {
        what,
        left: left.code,
        right: right.code,
        reason: reason.trim(),
      }),
    null,
  )
  const act = (what: 'pin' | 'forbid') => (event: FormEvent) => {
    event.preventDefault()
    if (adjust.isPending) return
    const wrong = reason.trim() === '' ? t('assignment.reason.missing') : undefined
    setError(wrong)
    if (wrong) document.getElementById('pair-reason')?.focus()
    else adjust.mutate(what, { onSuccess: onClose })
  }
  const rank = (value: number | null | undefined) =>
    value === null || value === undefined ? t('assignment.rank.none') : t('assignment.rank', { rank: value })
  return (
    <Dialog title={t('assignment.pair', { left: left.name, right: right.name })} onClose={onClose}>
      <ul className="stack tight">
        {pair.leftRank !== undefined && (
          <li>
            {t('assignment.pair.left', { left: left.name, right: right.name, rank: rank(pair.leftRank) })}
          </li>
        )}
        {pair.rightRank !== undefined && (
          <li>
            {t('assignment.pair.left', { left: right.name, right: left.name, rank: rank(pair.rightRank) })}
          </li>
        )}
        {typeof pair.score === 'number' && (
          <li>{t('assignment.pair.score', { score: score(pair.score) })}</li>
        )}
      </ul>
      <p className="actions">
        <More member={left} />
        <More member={right} />
      </p>
      {round.actions.includes('adjust') && (
        <form className="stack" onSubmit={(event) => event.preventDefault()} noValidate>
          <TextArea
            id="pair-reason"
            label={t('assignment.reason')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={error}
          />
          <div className="actions end">
            <button type="button" className="button plain" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button type="button" className="button danger" onClick={act('forbid')}>
              {t('assignment.forbid')}
            </button>
            <button type="button" className="button primary" onClick={act('pin')}>
              {t('assignment.pin')}
            </button>
          </div>
        </form>
      )}
      {!round.actions.includes('adjust') && (
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.close')}
          </button>
        </div>
      )}
    </Dialog>
  )
}

/** What the registry knows of somebody who came from it. */
function More({ member }: { readonly member: PairRow['left'] }) {
  const { t } = useText()
  const [kind, id] = member.link?.split(':') ?? []
  if (id === undefined) return null
  const text = `${member.name} · ${t('assignment.more')}`
  if (kind === 'need')
    return (
      <Link to="/demands/$demand" params={{ demand: id }}>
        {text}
      </Link>
    )
  return (
    <Link to="/resources/$resource" params={{ resource: id }}>
      {text}
    </Link>
  )
}
