import type { Entry } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

/** What was decided where this programme and others exclude or cap one another, and why. */
export function SettledNote({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { settled } = entry
  if (!settled?.because) return null
  const title = !settled.kept
    ? 'settled.dropped'
    : settled.because.rule === 'stack'
      ? 'settled.cut'
      : 'settled.kept'
  return (
    <p className={`notice${settled.kept ? '' : ' warn'}`}>
      <b>{t(title)}</b>　{settled.because.text}
    </p>
  )
}
