import '../../text/area/publishing.js'
import type { DraftItem } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { localTime } from '../../ui/local-time.js'
import { usePreferences } from '../../ui/preferences.js'
import { StateTag } from './state-tag.js'

interface Group {
  readonly title: MessageKey
  readonly holds: (draft: DraftItem, name: string) => boolean
}

/** What waits for the reader first. */
const GROUPS: readonly Group[] = [
  {
    title: 'publishing.group.mine',
    holds: ({ state, authors }, name) => state === 'review' && !authors.includes(name),
  },
  { title: 'publishing.group.publish', holds: ({ state }) => state === 'signed' },
  { title: 'publishing.group.draft', holds: ({ state }) => state === 'draft' },
  {
    title: 'publishing.group.review',
    holds: ({ state, authors }, name) => state === 'review' && authors.includes(name),
  },
  { title: 'publishing.group.published', holds: ({ state }) => state === 'published' },
]
const CLOSED: readonly DraftItem['state'][] = ['replaced', 'withdrawn', 'discarded']

export function DraftGroups({ drafts }: { readonly drafts: readonly DraftItem[] }) {
  const { t } = useText()
  const { names } = usePreferences()
  const name = names.clerk ?? ''
  const closed = drafts.filter(({ state }) => CLOSED.includes(state))
  if (drafts.length === 0) return <p className="muted">{t('publishing.none')}</p>
  return (
    <>
      {GROUPS.map(({ title, holds }) => {
        const found = drafts.filter((draft) => holds(draft, name))
        if (found.length === 0) return null
        return (
          <section key={title} className="stack tight">
            <h2>
              {t(title)} <small className="muted number">{found.length}</small>
            </h2>
            <Drafts drafts={found} />
          </section>
        )
      })}
      {closed.length > 0 && (
        <details className="stack tight">
          <summary className="button plain">
            {t('publishing.group.closed')} <small className="number">{closed.length}</small>
          </summary>
          <Drafts drafts={closed} />
        </details>
      )}
    </>
  )
}

function Drafts({ drafts }: { readonly drafts: readonly DraftItem[] }) {
  const { t, lang } = useText()
  return (
    <ul className="items">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <Link to="/workbench/publishing/$draft" params={{ draft: draft.id }} className="item">
            <span className="item-body">
              <span className="item-row">
                <span className="item-title">{draft.title}</span>
                <StateTag state={draft.state} />
              </span>
              <span className="muted small">
                {draft.packTitle} · {draft.programme}
                {draft.isNew && ` · ${t('publishing.new-programme')}`}
              </span>
              <span className="item-row muted small">
                <span>{t('publishing.authors', { names: draft.authors.join(t('common.comma')) })}</span>
                <span className="number">
                  {t('publishing.by', { by: draft.updatedBy, at: localTime(draft.updatedAt, lang) })}
                </span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
