import '../../text/area/workbench.js'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import type { Today } from './use-today.js'

/** What should have been answered by now, on top of everything else. */
export function LateList({ today }: { readonly today: Today }) {
  const { t } = useText()
  const { objections, calls } = today
  if (objections.length + calls.length === 0) return null
  return (
    <section className="card stack tight late" aria-labelledby="late-title">
      <h2 id="late-title" className="card-title">
        {t('workbench.late')}
      </h2>
      <ul className="rows">
        {objections.map((item) => (
          <li key={item.id}>
            <span>
              <span className="tag no">{t('workbench.late.objection')}</span>{' '}
              <Link to="/objections/$objection" params={{ objection: item.id }}>
                {item.subject.name}
              </Link>{' '}
              <span className="muted small">{item.programme.title}</span>
            </span>
            <span className="small tone-no number">{t('objection.overdue', { date: item.dueOn })}</span>
          </li>
        ))}
        {calls.map((note) => (
          <li key={note.id}>
            <span>
              <span className="tag no">{t('workbench.late.call')}</span>{' '}
              <Link to="/workbench/desk" search={{ company: note.subject.id }}>
                {note.subject.name}
              </Link>{' '}
              <span className="muted small">{note.question}</span>
            </span>
            <span className="small tone-no number">
              {t('desk.follow-up.overdue', { date: note.followUpOn ?? '' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
