import '../../text/area/home.js'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'

const SHOWN = 4
/** Later than any date that a call can end on. */
const NEVER = '9999'

/** The open calls that end first, whoever looks: what must not be missed. */
export function ClosingSoon() {
  const { t, lang } = useText()
  const open = useQuery({
    queryKey: ['programmes', lang, { window: 'open', sort: 'deadline' }],
    queryFn: () => api.programmes({ window: 'open', sort: 'deadline', lang }),
  })
  const ending = (open.data?.items ?? [])
    .filter((programme) => programme.call?.to)
    .sort((a, b) => (a.call?.to ?? NEVER).localeCompare(b.call?.to ?? NEVER))
    .slice(0, SHOWN)
  return (
    <section className="card closing stack tight" aria-labelledby="closing-title">
      <h2 id="closing-title">{t('home.closing')}</h2>
      <ul className="rows">
        {ending.map((programme) => (
          <li key={programme.id}>
            <Link to="/programmes/$programme" params={{ programme: programme.id }}>
              {programme.title}
            </Link>
            <span className="deadline small number muted">
              <Icon name="clock" /> {t('calls.to', { to: programme.call?.to ?? '' })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/programmes" search={{ window: 'open' }}>
          {open.data ? t('home.closing.all', { count: open.data.total }) : t('app.loading')}
        </Link>
      </p>
    </section>
  )
}
