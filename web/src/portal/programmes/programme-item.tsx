import '../../text/area/library.js'
import type { ProgrammeItem as Programme } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { CallLine } from './call-line.js'
import { ExternalLink } from './external-link.js'
import { MarkedText } from './marked-text.js'
import type { News } from './news.js'

interface ProgrammeItemProps {
  readonly programme: Programme
  readonly on: string
  readonly news: News | undefined
}

/** A programme in a few lines: what it is and whose, on which document, and whether applications are taken. */
export function ProgrammeItem({ programme, on, news }: ProgrammeItemProps) {
  const { t } = useText()
  const title = programme.found.find(({ field }) => field === 'title')
  const found = programme.found.filter(({ field }) => field !== 'title')
  return (
    <li className="programme">
      <div className="programme-name">
        <Link to="/programmes/$programme" params={{ programme: programme.id }} className="item-title">
          {title ? <MarkedText parts={title.parts} /> : programme.title}
        </Link>
        {news && <span className="tag news">{t(`news.${news}`)}</span>}
        {found.length === 0 && programme.summary && (
          <p className="muted small summary">{programme.summary}</p>
        )}
        {found.map(({ field, parts }) => (
          <p key={field} className="muted small">
            {t('library.in', { field: t(`library.in.${field}`) })}
            <MarkedText parts={parts} />
          </p>
        ))}
        <About programme={programme} />
      </div>
      <CallLine call={programme.call} on={on} />
    </li>
  )
}

/** Whose it is and of what kind, the number of its document and the way to the original. */
function About({ programme }: Pick<ProgrammeItemProps, 'programme'>) {
  const { t } = useText()
  const { packTitle, benefit, mode, number, url, verified } = programme
  const words = [packTitle, t(`benefit.${benefit}`), t(`mode.${mode}`), number].filter(
    (word) => word !== null,
  )
  return (
    <p className="small muted about-line">
      <span>{words.join(' · ')}</span>
      {verified !== 'official' && <span className="tag unverified">{t('entry.unverified')}</span>}
      {url && (
        <ExternalLink href={url} className="original">
          {t('library.original')}
        </ExternalLink>
      )}
    </p>
  )
}
