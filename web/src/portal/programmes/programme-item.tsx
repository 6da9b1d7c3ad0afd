import type { ProgrammeItem as Programme } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { CallStatus } from './call-status.js'

export function ProgrammeItem({ programme }: { readonly programme: Programme }) {
  const { t } = useText()
  return (
    <li>
      <Link to="/programmes/$programme" params={{ programme: programme.id }} className="item">
        <span className="item-body">
          <span className="tags">
            <span className="tag">{programme.packTitle}</span>
            <span className="tag">{t(`benefit.${programme.benefit}`)}</span>
            <span className="tag">{t(`mode.${programme.mode}`)}</span>
            {programme.verified !== 'official' && (
              <span className="tag unverified">{t('entry.unverified')}</span>
            )}
          </span>
          <span className="item-title">{programme.title}</span>
          {programme.summary && <span className="muted small">{programme.summary}</span>}
          <CallStatus call={programme.call} />
        </span>
      </Link>
    </li>
  )
}
