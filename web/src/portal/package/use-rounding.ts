import { useText } from '../../text/use-text.js'

const MODES = ['down', 'up', 'nearest'] as const

/** `万元 down`, as files write it, in words. */
export function useRounding(): (round: string) => string {
  const { t } = useText()
  return (round) => {
    const [unit = round, mode] = round.split(' ')
    const known = MODES.find((name) => name === mode)
    return known === undefined ? round : t(`round.${known}`, { unit })
  }
}
