import '../../text/area/publishing.js'
import type { DraftItem } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const TONES: Readonly<Record<DraftItem['state'], string>> = {
  draft: '',
  review: 'unknown',
  signed: 'unknown',
  published: 'yes',
  replaced: 'moot',
  withdrawn: 'no',
  discarded: 'moot',
}

export function StateTag({ state }: { readonly state: DraftItem['state'] }) {
  const { t } = useText()
  return <span className={`tag ${TONES[state]}`}>{t(`publishing.state.${state}`)}</span>
}
