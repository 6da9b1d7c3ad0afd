import '../../text/area/assignment.js'
import '../../text/area/workbench.js'
import type { FoundMembers, RoundView } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextArea } from '../../ui/text-area.js'
import { useRoundStep } from './use-round-steps.js'

type Side = 'left' | 'right'
const SIDES = ['left', 'right'] as const
const WHATS = ['pin', 'forbid'] as const

/** Two that are named by a person: put together or kept apart. */
export function AdjustForm({ round }: { readonly round: RoundView }) {
  const { t } = useText()
  const [what, setWhat] = useState<(typeof WHATS)[number]>('pin')
  const [said, setSaid] = useState<Readonly<Record<Side, string>>>({ left: '', right: '' })
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Readonly<Partial<Record<Side | 'reason', string>>>>({})
  const found = {
    left: useMembers(round, 'left', said.left),
    right: useMembers(round, 'right', said.right),
  }
  const adjust = useRoundStep(
    (codes: Readonly<Record<Side, string>>) =>
      staffApi.adjustAssignment(round.id, { what, ...codes, reason: reason.trim() }),
    what === 'pin' ? 'assignment.pin.done' : 'assignment.forbid.done',
  )
  const nameOf = (side: Side) => (side === 'left' ? round.leftName : round.rightName)
  const problemOf = (side: Side) => {
    const text = said[side].trim()
    if (text === '') return t('assignment.adjust.missing', { name: nameOf(side) })
    const meant = meantIn(found[side], text)
    if (meant.length === 1) return undefined
    return t(meant.length === 0 ? 'assignment.adjust.nobody' : 'assignment.adjust.several', { text })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (adjust.isPending) return
    const [left, right] = [problemOf('left'), problemOf('right')]
    const problems = {
      ...(left ? { left } : {}),
      ...(right ? { right } : {}),
      ...(reason.trim() === '' ? { reason: t('assignment.reason.missing') } : {}),
    }
    setWrong(problems)
    const [first] = Object.keys(problems)
    if (first !== undefined) return document.getElementById(`adjust-${first}`)?.focus()
    const code = (side: Side) => meantIn(found[side], said[side].trim())[0]?.code ?? ''
    adjust.mutate(
      { left: code('left'), right: code('right') },
      {
        onSuccess: () => {
          setSaid({ left: '', right: '' })
          setReason('')
        },
      },
    )
  }
  return (
    <form className="card stack" onSubmit={submit} noValidate aria-label={t('assignment.adjustments.new')}>
      <h2 className="card-title">{t('assignment.adjustments.new')}</h2>
      <fieldset className="choices">
        <legend>{t('assignment.adjust.what')}</legend>
        {WHATS.map((one) => (
          <label key={one} className={`choice${one === what ? ' chosen' : ''}`}>
            <input type="radio" name="what" checked={one === what} onChange={() => setWhat(one)} />
            {t(`assignment.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="assignment-two">
        {SIDES.map((side) => (
          <FieldFrame
            key={side}
            id={`adjust-${side}`}
            label={nameOf(side)}
            hint={t('assignment.adjust.hint')}
            error={wrong[side]}
          >
            <input
              id={`adjust-${side}`}
              className="input"
              list={`adjust-${side}-list`}
              autoComplete="off"
              value={said[side]}
              aria-invalid={wrong[side] !== undefined}
              aria-describedby={`adjust-${side}-hint${wrong[side] ? ` adjust-${side}-error` : ''}`}
              onChange={(event) => setSaid({ ...said, [side]: event.target.value })}
            />
            <datalist id={`adjust-${side}-list`}>
              {found[side].map(({ code, name, county }) => (
                <option key={code} value={code}>
                  {[name, county].filter(Boolean).join(' · ')}
                </option>
              ))}
            </datalist>
          </FieldFrame>
        ))}
      </div>
      <TextArea
        id="adjust-reason"
        label={t('assignment.reason')}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={wrong.reason}
      />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={adjust.isPending}>
          {t('assignment.adjust.save')}
        </button>
      </div>
    </form>
  )
}

function useMembers(round: RoundView, side: Side, text: string): FoundMembers {
  const q = text.trim()
  const { data } = useQuery({
    queryKey: ['assignment-members', round.id, side, q],
    queryFn: () => staffApi.assignmentMembers(round.id, side, q),
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
  return data ?? []
}

/** Whom a text means: the one of that code, or all of that name, or the only one that holds it. */
function meantIn(members: FoundMembers, text: string): FoundMembers {
  const byCode = members.filter(({ code }) => code === text)
  if (byCode.length > 0) return byCode
  const byName = members.filter(({ name }) => name === text)
  return byName.length > 0
    ? byName
    : members.filter(({ name, code }) => name.includes(text) || code.includes(text))
}
