import '../../text/area/sandbox.js'
import type { SourcedDraft } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { lineOf, type Place, sentencePieces } from './sentence-marks.js'

interface SourceCardProps {
  readonly draft: SourcedDraft
  /** The programme as it is written now. */
  readonly text: string
  readonly goTo: (line: number) => void
}

/** The sentence that a draft is read from, what was read from which words, and what was not read. */
export function SourceCard({ draft, text, goTo }: SourceCardProps) {
  const { t } = useText()
  const audienceOf = (value: string) => t(AUDIENCES[value] ?? 'audience.enterprise')
  const { sentence, parameters, unread, report, article, title, fileName, saved } = draft
  return (
    <section className="card stack" aria-labelledby="source-title">
      <h2 id="source-title" className="card-title">
        {t('sandbox.source')}
      </h2>
      <p className="notice warn">{t('sandbox.source.draft')}</p>
      {saved.map(({ id, createdBy, updatedAt }) => (
        <p key={id} className="notice">
          {t('sandbox.source.saved', { name: createdBy, date: updatedAt.slice(0, 10) })}{' '}
          <Link to="/workbench/publishing/$draft" params={{ draft: id }}>
            {t('sandbox.source.saved.open')}
          </Link>
        </p>
      ))}
      <blockquote className="source-sentence">
        {keyed(sentencePieces(sentence, parameters, unread), ({ text: piece }) => piece).map(
          ({ key, item }) =>
            item.mark === null ? (
              <span key={key}>{item.text}</span>
            ) : (
              <mark key={key} className={`source-mark ${item.mark}`}>
                {item.text}
              </mark>
            ),
        )}
      </blockquote>
      <p className="muted small">
        <Link to="/workbench/reports/$report" params={{ report }} search={{ article }}>
          {t('sandbox.source.report', { title, file: fileName })}
        </Link>
      </p>
      <div className="source-lists">
        <div className="stack tight">
          <h3>{t('sandbox.source.read')}</h3>
          <ul className="rows">
            {keyed(parameters, ({ what, start }) => `${what} ${start}`).map(({ key, item }) => (
              <li key={key} className="source-row">
                <span className="tag">{t(`sandbox.source.${item.what}`)}</span>
                <span>
                  <b>{item.what === 'audience' ? audienceOf(item.value) : item.value}</b> <q>{item.text}</q>
                </span>
                <ToLine place={item} text={text} goTo={goTo} />
              </li>
            ))}
          </ul>
        </div>
        <div className="stack tight">
          <h3>{t('sandbox.source.unread', { count: unread.length })}</h3>
          {unread.length === 0 && <p className="muted">{t('sandbox.source.all')}</p>}
          <ul className="rows">
            {keyed(unread, ({ why, start }) => `${why} ${start}`).map(({ key, item }) => (
              <li key={key} className="source-row">
                <span className="tag unknown">{t(WHY[item.why])}</span>
                <q>{item.text}</q>
                <ToLine place={item} text={text} goTo={goTo} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

const AUDIENCES: Readonly<Record<string, MessageKey>> = {
  enterprise: 'audience.enterprise',
  project: 'audience.project',
  institution: 'audience.institution',
  incubator: 'audience.incubator',
  person: 'audience.person',
}

const WHY: Readonly<Record<SourcedDraft['unread'][number]['why'], MessageKey>> = {
  condition: 'sandbox.source.why.condition',
  audience: 'sandbox.source.why.audience',
  base: 'sandbox.source.why.base',
  more: 'sandbox.source.why.more',
  limit: 'sandbox.source.why.limit',
  other: 'sandbox.source.why.other',
}

/** Leads to where it stands in the text, as long as its place is named there. */
function ToLine({ place, text, goTo }: Pick<SourceCardProps, 'text' | 'goTo'> & { readonly place: Place }) {
  const { t } = useText()
  const line = lineOf(text, place)
  if (line === null) return <span className="muted small">{t('sandbox.source.gone')}</span>
  return (
    <button type="button" className="button" onClick={() => goTo(line)}>
      {t('sandbox.source.line', { line })}
    </button>
  )
}
