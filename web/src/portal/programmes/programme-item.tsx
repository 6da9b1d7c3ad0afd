import type { ProgrammeItem as Programme } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { CallStatus } from './call-status.js'

/** A programme in two lines: what it is and whose, and whether applications are taken. */
export function ProgrammeItem({ programme }: { readonly programme: Programme }) {
  const { t } = useText()
  return (
    <li>
      <Link to="/programmes/$programme" params={{ programme: programme.id }} className="programme">
        <span className="programme-name">
          <span className="item-title">{programme.title}</span>
          {programme.summary && <span className="muted small summary">{programme.summary}</span>}
        </span>
        <span className="tags">
          <span className="tag">{programme.packTitle}</span>
          <span className="tag">{t(`benefit.${programme.benefit}`)}</span>
          <span className="tag">{t(`mode.${programme.mode}`)}</span>
          {programme.verified !== 'official' && (
            <span className="tag unverified">{t('entry.unverified')}</span>
          )}
        </span>
        <CallStatus call={programme.call} />
      </Link>
    </li>
  )
}
