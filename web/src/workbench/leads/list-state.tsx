import type { LeadList } from '@kehui/server/client'

const TONE = { standing: 'yes', replaced: 'moot', withdrawn: 'no' } as const

export function ListState({ list }: { readonly list: Pick<LeadList, 'state' | 'stateText'> }) {
  return <span className={`tag ${TONE[list.state]}`}>{list.stateText}</span>
}
