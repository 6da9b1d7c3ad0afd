import '../../text/area/demands.js'
import type { DemandItem } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const TONE: Readonly<Record<DemandItem['state'], string>> = {
  draft: 'unknown',
  published: 'yes',
  paused: 'unknown',
  solved: 'yes',
  withdrawn: 'moot',
  expired: 'moot',
}

export function DemandTag({ state }: Pick<DemandItem, 'state'>) {
  const { t } = useText()
  return <span className={`tag ${TONE[state]}`}>{t(`demand.state.${state}`)}</span>
}
