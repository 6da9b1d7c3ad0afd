import '../../text/area/chain.js'
import type { ChainStage } from '@kehui/server/client'
import type { Translate } from '../../text/messages.js'

/** What a stage is called: the part of the industry, or which way and how far. */
export function stageTitle(
  { direction, steps, part }: Pick<ChainStage, 'direction' | 'steps' | 'part'>,
  focus: string,
  t: Translate,
): string {
  // The parts of a chain carry its name before their own.
  if (part !== null) return part.name.startsWith(`${focus}·`) ? part.name.slice(focus.length + 1) : part.name
  return direction === null ? t('chain.stage.focus') : t(`chain.stage.${direction}`, { steps })
}
