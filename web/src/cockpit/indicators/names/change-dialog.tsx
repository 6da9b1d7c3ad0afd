import '../../../text/area/indicators.js'
import type { NameIndicator, NamingPreview } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../../text/use-text.js'
import { Dialog } from '../../../ui/dialog.js'
import { describedBy, FieldFrame } from '../../../ui/field-frame.js'
import { NameField, useActingName } from '../../../ui/name-field.js'
import { notify } from '../../../ui/notify.js'
import { staffApi } from '../../../ui/staff-api.js'
import { useMessageOf } from '../../../ui/use-message-of.js'

export interface NamingChange {
  readonly kind: 'rename' | 'add' | 'move' | 'forget'
  /** The indicator, or the word of reports, that it is about. */
  readonly name: string
}

function askOf({ kind, name }: NamingChange, written: string): NameIndicator {
  if (kind === 'forget') return { subjects: [name], indicator: null }
  return kind === 'add' ? { subjects: [written], indicator: name } : { subjects: [name], indicator: written }
}

const LABELS = { rename: 'naming.change.to', add: 'naming.add.label', move: 'naming.move.label' } as const
const TITLES = {
  rename: 'naming.change',
  add: 'naming.add',
  move: 'naming.move',
  forget: 'naming.forget',
} as const

interface ChangeDialogProps {
  readonly change: NamingChange
  readonly known: readonly string[]
  readonly onClose: () => void
}

/** A correction of names: what it would change is seen before it is saved. */
export function ChangeDialog({ change, known, onClose }: ChangeDialogProps) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const acting = useActingName()
  const [name, setName] = useState(acting.name)
  const [written, setWritten] = useState('')
  const [error, setError] = useState<string>()
  const { kind } = change
  const preview = useMutation({
    mutationFn: () => staffApi.previewNaming(askOf(change, written.trim())),
    onError: (cause) => setError(messageOf(cause)),
  })
  const save = useMutation({
    mutationFn: () => staffApi.nameIndicator(askOf(change, written.trim())),
    onSuccess: async () => {
      await Promise.all(
        ['indicator-names', 'indicator-namings', 'indicators', 'indicator', 'report'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      )
      notify({ text: t('naming.saved'), tone: 'good' })
      onClose()
    },
    onError: (cause) => setError(messageOf(cause)),
  })
  const { mutate } = preview
  useEffect(() => {
    if (kind === 'forget') mutate()
  }, [kind, mutate])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = kind !== 'forget' && written.trim() === ''
    setError(missing ? t('naming.required') : undefined)
    if (missing || save.isPending || preview.isPending) return
    if (preview.data) {
      acting.keepName(name)
      save.mutate()
    } else preview.mutate()
  }
  const same = preview.data?.entries.length === 0
  return (
    <Dialog title={t(TITLES[kind])} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {kind === 'forget' ? (
          <p>{change.name}</p>
        ) : (
          <Written
            label={t(LABELS[kind], { name: change.name })}
            {...(kind === 'rename' ? { hint: t('naming.change.hint') } : {})}
            {...(kind === 'move' ? { hint: t('naming.move.hint') } : {})}
            value={written}
            known={known}
            error={error}
            onChange={(next) => {
              setWritten(next)
              preview.reset()
            }}
          />
        )}
        {kind === 'forget' && error && (
          <p className="notice bad" role="alert">
            {error}
          </p>
        )}
        <div role="status">{preview.data && <Effect effect={preview.data} />}</div>
        {preview.data && !same && (
          <NameField
            id="naming-name"
            label={t('naming.name')}
            value={name}
            onChange={setName}
            error={undefined}
          />
        )}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          {!same && (
            <button
              type="submit"
              className="button primary"
              aria-disabled={save.isPending || preview.isPending}
            >
              {t(preview.data ? 'naming.save' : 'naming.preview')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

interface WrittenProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly known: readonly string[]
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function Written({ known, value, onChange, ...field }: WrittenProps) {
  const id = useId()
  return (
    <FieldFrame id={id} {...field}>
      <input
        id={id}
        className="input"
        list={`${id}-known`}
        maxLength={120}
        autoComplete="off"
        value={value}
        aria-invalid={field.error !== undefined}
        aria-describedby={describedBy({ id, ...field })}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known.slice(0, 200).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </FieldFrame>
  )
}

function Effect({ effect }: { readonly effect: NamingPreview }) {
  const { t } = useText()
  const { entries, moves, units, contradictions } = effect
  if (entries.length === 0) return <p className="notice">{t('naming.effect.same')}</p>
  return (
    <div className="notice stack tight">
      <b>{t('naming.effect')}</b>
      {moves.length === 0 && <p>{t('naming.effect.none')}</p>}
      <ul className="stack tight">
        {moves.slice(0, 10).map(({ subject, from, to, figures }) => (
          <li key={subject}>{t('naming.effect.move', { subject, from, to, count: figures })}</li>
        ))}
      </ul>
      {units.map((one) => (
        <p key={one.indicator}>
          {t('naming.effect.units', { indicator: one.indicator, units: one.units.join(t('common.comma')) })}
        </p>
      ))}
      {contradictions.before !== contradictions.after && (
        <p>{t('naming.effect.wrong', { ...contradictions })}</p>
      )}
    </div>
  )
}
