import '../../text/area/portrait.js'
import type { Portrait } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'

const SHOWN = 8
const GROUPS = ['can', 'later', 'needs', 'not'] as const

/** What it can have, and how the rest stands; each leads to the package. */
export function ProgrammesCard({
  company,
  portrait,
}: {
  readonly company: string
  readonly portrait: Portrait
}) {
  const { t } = useText()
  const { counts, certain, possible, programmes } = portrait
  return (
    <section className="card stack" aria-labelledby="portrait-programmes">
      <h2 id="portrait-programmes">{t('portrait.programmes')}</h2>
      <ul className="portrait-counts">
        {GROUPS.map((group) => (
          <li key={group}>
            <Link to="/companies/$company" params={{ company }} search={{ show: group }} className="item">
              <b className="number">{counts[group]}</b>
              <span className="muted small">{t(`portrait.programmes.${group}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p>{t('portrait.programmes.money', { certain, possible })}</p>
      {programmes.length > 0 && (
        <ul className="rows">
          {programmes.slice(0, SHOWN).map((programme) => (
            <li key={programme.programme}>
              <Link
                to="/companies/$company"
                params={{ company }}
                search={{ entry: programme.programme }}
                className="portrait-link"
              >
                {programme.title}
              </Link>
              <span className="muted small number">
                {[
                  programme.packTitle,
                  programme.amount,
                  programme.deadline && t('portrait.deadline', { on: programme.deadline }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {programmes.length > SHOWN && (
        <p className="muted small">{t('portrait.programmes.more', { count: programmes.length - SHOWN })}</p>
      )}
    </section>
  )
}
