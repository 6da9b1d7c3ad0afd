import type { ObjectionItem } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

const TONE: Readonly<Record<ObjectionItem['state'], string>> = {
  open: 'unknown',
  taken: 'unknown',
  'awaiting-rule': 'unknown',
  answered: 'yes',
  withdrawn: 'moot',
}

/** How an objection stands, with the day by which an answer is owed. */
export function StateTag({ item }: { readonly item: Pick<ObjectionItem, 'state' | 'dueOn' | 'overdue'> }) {
  const { t } = useText()
  const pending = TONE[item.state] === 'unknown'
  return (
    <>
      <span className={`tag ${item.overdue ? 'no' : TONE[item.state]}`}>
        {t(`objection.state.${item.state}`)}
      </span>
      {pending && (
        <span className={`small number ${item.overdue ? 'tone-no' : 'muted'}`}>
          {' '}
          {t(item.overdue ? 'objection.overdue' : 'objection.due', { date: item.dueOn })}
        </span>
      )}
    </>
  )
}
