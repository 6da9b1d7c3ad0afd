import '../../text/area/publishing.js'
import type { PublishingList } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { useStartDraft } from './use-start-draft.js'

/** What of the library in force wants somebody's attention. */
export function Attention({ list }: { readonly list: PublishingList }) {
  return (
    <>
      <HeldBack held={list.held} />
      <ChangedBeneath changed={list.changedBeneath} />
      <Unsigned list={list} />
    </>
  )
}

function HeldBack({ held }: { readonly held: PublishingList['held'] }) {
  const { t } = useText()
  if (held === null) return null
  return (
    <section className="notice bad stack tight">
      <h2>{t(`publishing.held.${held.waiting}`)}</h2>
      <p>{t(`publishing.held.${held.waiting}.lead`)}</p>
      <ul className="plain-list">
        {held.problems.map(({ file, line, column, message }) => (
          <li key={`${file}:${line}:${column} ${message}`}>
            <code>
              {file}:{line}:{column}
            </code>{' '}
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChangedBeneath({ changed }: { readonly changed: PublishingList['changedBeneath'] }) {
  const { t } = useText()
  if (changed.length === 0) return null
  return (
    <section className="notice warn stack tight">
      <h2>{t('publishing.changed')}</h2>
      <p>{t('publishing.changed.lead')}</p>
      <ul className="plain-list">
        {changed.map(({ draft, path }) => (
          <li key={draft}>
            <Link to="/workbench/publishing/$draft" params={{ draft }}>
              {path}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const OPEN: readonly string[] = ['draft', 'review', 'signed']

function Unsigned({ list: { unsigned, drafts } }: { readonly list: PublishingList }) {
  const { t } = useText()
  const start = useStartDraft()
  if (unsigned.length === 0) return null
  return (
    <section className="card stack tight">
      <h2>{t('publishing.unsigned')}</h2>
      <p className="muted">{t('publishing.unsigned.lead')}</p>
      <ul className="rows unsigned">
        {unsigned.map(({ programme, title, packTitle, question, chosen }) => (
          <li key={programme}>
            <span className="item-body">
              <span className="item-title">{title}</span>
              <span className="muted small">{packTitle}</span>
              <span>{question}</span>
              <span className="muted small">{t('publishing.unsigned.chosen', { chosen })}</span>
            </span>
            <Ask
              title={title}
              draft={drafts.find((one) => one.programme === programme && OPEN.includes(one.state))?.id}
              onAsk={() => (start.isPending ? undefined : start.mutate({ programme }))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AskProps {
  readonly title: string
  /** The draft in which the signature was asked for already. */
  readonly draft: string | undefined
  readonly onAsk: () => void
}

function Ask({ title, draft, onAsk }: AskProps) {
  const { t } = useText()
  if (draft !== undefined) {
    return (
      <Link to="/workbench/publishing/$draft" params={{ draft }} className="button">
        {t('publishing.unsigned.draft')}
        <span className="hidden-visually">{title}</span>
      </Link>
    )
  }
  return (
    <button type="button" className="button" onClick={onAsk}>
      {t('publishing.unsigned.ask')}
      <span className="hidden-visually">{title}</span>
    </button>
  )
}
