import '../../text/area/assignment.js'
import type { RoundItem } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const TONES: Readonly<Record<RoundItem['state'], string>> = {
  draft: 'tag',
  computed: 'tag',
  adjusted: 'tag unknown',
  confirmed: 'tag yes',
  superseded: 'tag moot',
  discarded: 'tag moot',
}

export function StateTag({ state }: { readonly state: RoundItem['state'] }) {
  const { t } = useText()
  return <span className={TONES[state]}>{t(`assignment.state.${state}`)}</span>
}
