import '../../text/area/assignment.js'
import type { NewRegistryRound } from '@kehui/server/client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import type { WayIn } from './settings.js'

const LEFTS = ['commissioner', 'person', 'institution', 'enterprise'] as const
const RIGHTS = ['village', 'need', 'enterprise', 'incubator'] as const

/** Both sides from the registry, with the scores of matching where there are any. */
export function FromRegistry({ settings, isWhole, onMade, onClose }: WayIn) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const usual = settings.kind === 'commissioner-village'
  const [leftKind, setLeftKind] = useState<NewRegistryRound['leftKind']>(usual ? 'commissioner' : 'person')
  const [right, setRight] = useState<NewRegistryRound['right']>(usual ? 'village' : 'need')
  const [nearest, setNearest] = useState('20')
  const [room, setRoom] = useState('1')
  const [wrong, setWrong] = useState<{ nearest?: string; room?: string }>({})
  const create = useMutation({
    mutationFn: async (body: NewRegistryRound) => {
      const round = await staffApi.createRegistryAssignment(body)
      return staffApi.computeAssignment(round.id, {})
    },
    onSuccess: onMade,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (create.isPending || !isWhole()) return
    const found = {
      ...(isWithin(nearest, 100) ? {} : { nearest: t('assignment.nearest.wrong') }),
      ...(isWithin(room, 1000) ? {} : { room: t('assignment.left-room.wrong') }),
    }
    setWrong(found)
    const [first] = Object.keys(found)
    if (first !== undefined) return document.getElementById(`assignment-${first}`)?.focus()
    create.mutate({ ...settings, leftKind, right, nearest: Number(nearest), leftRoom: Number(room) })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="assignment-two">
        <Select
          id="assignment-left-kind"
          label={t('assignment.left-kind')}
          options={LEFTS.map((value) => ({ value, label: t(`assignment.left-kind.${value}`) }))}
          value={leftKind}
          onChange={setLeftKind}
        />
        <Select
          id="assignment-right"
          label={t('assignment.right-kind')}
          options={RIGHTS.map((value) => ({ value, label: t(`assignment.right-kind.${value}`) }))}
          value={right}
          onChange={setRight}
        />
        <TextField
          id="assignment-nearest"
          label={t('assignment.nearest')}
          hint={t('assignment.nearest.hint')}
          value={nearest}
          onChange={setNearest}
          error={wrong.nearest}
        />
        <TextField
          id="assignment-room"
          label={t('assignment.left-room')}
          value={room}
          onChange={setRoom}
          error={wrong.room}
        />
      </div>
      {create.isError && (
        <p className="notice bad" role="alert">
          {messageOf(create.error)}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={create.isPending}>
          {t('assignment.create-compute')}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}

function isWithin(text: string, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
}

interface SelectProps<T extends string> {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Select<T extends string>({ id, label, options, value, onChange }: SelectProps<T>) {
  return (
    <FieldFrame id={id} label={label}>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((one) => one.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
