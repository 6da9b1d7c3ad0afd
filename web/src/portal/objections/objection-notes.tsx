import type { Entry } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { localTime } from '../../ui/local-time.js'
import { StateTag } from './state-tag.js'

/** Objections that were already raised to this programme for this subject. */
export function ObjectionNotes({ entry }: { readonly entry: Pick<Entry, 'programme' | 'subject'> }) {
  const { t, lang } = useText()
  const subject = entry.subject.id
  const { data = [] } = useQuery({
    queryKey: ['objections', subject, lang],
    queryFn: () => api.objectionsOf(subject, { lang }),
  })
  const own = data.filter((item) => item.programme.id === entry.programme && item.state !== 'withdrawn')
  if (own.length === 0) return null
  return (
    <ul className="rows no-print">
      {own.map((item) => (
        <li key={item.id}>
          <span>
            <StateTag item={item} />{' '}
            <Link to="/objections/$objection" params={{ objection: item.id }}>
              {item.condition === null
                ? t('objection.about.verdict')
                : t('objection.about', { text: item.condition.label ?? item.condition.text })}
            </Link>
          </span>
          <span className="muted small number">{localTime(item.createdAt, lang)}</span>
        </li>
      ))}
    </ul>
  )
}
