import type { AssignmentFileQuery, RoundView } from '@kehui/server/client'

/** What a new round is, wherever its sides come from. */
export type RoundSettings = Omit<AssignmentFileQuery, 'lang' | 'sameCounty' | 'sharedField'> & {
  readonly sameCounty: boolean
  readonly sharedField: boolean
}

export interface WayIn {
  readonly settings: RoundSettings
  /** Says what is missing, where something is. */
  readonly isWhole: () => boolean
  readonly onMade: (round: RoundView) => Promise<void>
  readonly onClose: () => void
}
