import '../../text/area/demands.js'
import type { ActOnIntroduction } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { TextField } from '../../ui/text-field.js'

export type Said = NonNullable<ActOnIntroduction['said']>

export const NOBODY: Said = { by: '', channel: 'phone' }
const CHANNELS = ['phone', 'visit', 'message', 'letter'] as const

/** Who of a side gave its word to the team, and how. */
export function SaidFields({
  said,
  onChange,
  error,
}: {
  readonly said: Said
  readonly onChange: (said: Said) => void
  readonly error: string | undefined
}) {
  const { t } = useText()
  return (
    <>
      <TextField
        id="act-said"
        label={t('introduction.said.by')}
        hint={t('introduction.said.by.hint')}
        value={said.by}
        onChange={(by) => onChange({ ...said, by })}
        error={error}
      />
      <FieldFrame id="act-channel" label={t('introduction.said.channel')}>
        <select
          id="act-channel"
          className="input"
          value={said.channel}
          onChange={({ target }) =>
            onChange({ ...said, channel: CHANNELS.find((one) => one === target.value) ?? 'phone' })
          }
        >
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`introduction.channel.${channel}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
    </>
  )
}
