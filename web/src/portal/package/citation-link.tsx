import type { Citation } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Dialog } from '../../ui/dialog.js'
import { Icon } from '../../ui/icon.js'
import { usePreferences } from '../../ui/preferences.js'
import { readableRule } from '../../ui/readable-rule.js'
import { useEntry } from './entry-context.js'

interface CitationProps {
  readonly cite: Citation
  /** The condition as its file writes it, so that reader and rule can be compared. */
  readonly expression: string
  /** Marks an unverified parameter beside the amount that it makes. */
  readonly marked?: boolean
}

function Details({ cite, expression }: CitationProps) {
  const { t, lang } = useText()
  const entry = useEntry()
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('cite.number'), cite.number],
    [t('cite.article'), cite.article],
    [t('cite.via'), cite.via],
    [t('cite.verified'), t(`cite.verified.${cite.verified}`)],
    [t('cite.expression'), readableRule(expression, lang)],
    [t('cite.version'), entry.version.slice(0, 12)],
  ]
  return (
    <>
      <p className="cited">{cite.document}</p>
      <dl className="figures">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  )
}

function Links({ cite }: { readonly cite: Citation }) {
  const { t } = useText()
  const entry = useEntry()
  return (
    <>
      {cite.url?.startsWith('https://') && (
        <a className="button" href={cite.url} rel="noreferrer" target="_blank">
          {t('cite.full')}
        </a>
      )}
      <Link className="button" to="/programmes/$programme" params={{ programme: entry.programme }}>
        {t('cite.programme')}
      </Link>
    </>
  )
}

/** The clause behind a condition: a dialog, or in large text unfolded in its place. */
export function CitationLink(props: CitationProps) {
  const { t } = useText()
  const { large } = usePreferences()
  const [open, setOpen] = useState(false)
  const { cite, marked = false } = props
  return (
    <>
      <button
        type="button"
        className="cite"
        aria-expanded={large ? open : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="document" />
        <span>{cite.article ? t('trace.cite', { article: cite.article }) : t('trace.cite.plain')}</span>
      </button>
      {marked && cite.verified !== 'official' && (
        <span className="tag unverified">{t('entry.unverified')}</span>
      )}
      {open && large && (
        <span className="unfolded stack tight">
          <Details {...props} />
          <span className="actions">
            <Links cite={cite} />
          </span>
        </span>
      )}
      {open && !large && (
        <Dialog title={t('cite.title')} onClose={() => setOpen(false)}>
          <Details {...props} />
          <div className="actions end">
            <Links cite={cite} />
            <button type="button" className="button primary" onClick={() => setOpen(false)}>
              {t('common.close')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
