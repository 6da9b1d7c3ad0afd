import '../../text/area/desk.js'
import type { Entry, Trace } from '@kehui/server/client'
import type { ReactNode } from 'react'
import { CitationLink } from '../../portal/package/citation-link.js'
import { DeadlineText } from '../../portal/package/deadline-text.js'
import { EntryContext } from '../../portal/package/entry-context.js'
import { FactSource } from '../../portal/package/fact-source.js'
import { usePackage } from '../../portal/package/package-context.js'
import { useTraceLabel } from '../../portal/package/trace-label.js'
import { VerdictBanner } from '../../portal/package/verdict-banner.js'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { AnswerActions } from './answer-actions.js'
import { answerText } from './answer-text.js'
import { decisive } from './reasons.js'

function Part({ title, children }: { readonly title: MessageKey; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <section className="desk-part">
      <h3>{t(title)}</h3>
      <div className="stack tight">{children}</div>
    </section>
  )
}

function Reason({ node }: { readonly node: Trace }) {
  const { t } = useText()
  const { labelOf } = usePackage()
  const condition = useTraceLabel()
  const unknown = node.facts.filter((fact) => fact.value === null)
  return (
    <li className="marked">
      <VerdictMark kind={node.verdict} />
      <div>
        <b>{condition(node)}</b>
        <p className="desk-figures">
          {node.verdict === 'unknown' && unknown.length > 0 ? (
            <span className="tone-unknown">
              {t('trace.missing', { facts: unknown.map(({ key }) => labelOf(key)).join(t('common.comma')) })}
            </span>
          ) : (
            node.actual && (
              <span>
                {t('trace.yours')} <b>{node.actual}</b>
              </span>
            )
          )}
          {node.required && (
            <span>
              {t('trace.required')} <b>{node.required}</b>
            </span>
          )}
          {node.verdict === 'no' && node.gap && (
            <span>
              {t('trace.gap')} <b>{node.gap}</b>
            </span>
          )}
        </p>
        <div className="provenance">
          <FactSource facts={node.facts} />
          {node.cite && <CitationLink cite={node.cite} expression={node.text} />}
        </div>
      </div>
    </li>
  )
}

function Why({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const reasons = decisive(entry)
  if (reasons.length === 0) return <p className="muted">{t('desk.why.none')}</p>
  return (
    <FirstOf
      items={keyed(reasons, (node) => node.text).map(({ key, item }) => <Reason key={key} node={item} />)}
      className="stack tight"
    />
  )
}

const SHOWN = 4

/** The first few, and the rest a press away: an answer is to fit on one screen of a phone. */
function FirstOf({ items, className }: { readonly items: readonly ReactNode[]; readonly className: string }) {
  const { t } = useText()
  const rest = items.slice(SHOWN)
  return (
    <>
      <ul className={className}>{items.slice(0, SHOWN)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('desk.rest', { count: rest.length })}</summary>
          <ul className={className}>{rest}</ul>
        </details>
      )}
    </>
  )
}

function Missing({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const { labelOf, questionOf } = usePackage()
  if (entry.missing.length === 0) return <p className="muted">{t('desk.missing.none')}</p>
  return (
    <FirstOf
      className="bullets"
      items={entry.missing.map((key) => {
        const agency = questionOf(key)?.heldBy
        return (
          <li key={key}>
            {labelOf(key)}
            {agency && <span className="muted small"> {t('answer.held', { agency })}</span>}
          </li>
        )
      })}
    />
  )
}

function Papers({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const papers = entry.call?.materials ?? []
  if (papers.length === 0) return <p className="muted">{t('desk.papers.none')}</p>
  return (
    <ul className="bullets">
      {keyed(papers, (paper) => paper.name).map(({ key, item }) => (
        <li key={key}>
          {item.name}{' '}
          <span className="muted small">
            {t(`calls.material.${item.kind}`)}
            {item.seal && ` · ${t('calls.material.seal')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Contact({ entry }: { readonly entry: Entry }) {
  const { t } = useText()
  const listed = entry.call?.departments ?? []
  const contacts = listed.length > 0 ? listed : entry.department ? [entry.department] : []
  if (contacts.length === 0) return <p className="muted">{t('desk.contact.none')}</p>
  return (
    <ul className="stack tight">
      {keyed(contacts, (contact) => contact.name).map(({ key, item }) => (
        <li key={key} className="item-row">
          <span>{item.name}</span>
          {item.phone && (
            <a className="button" href={`tel:${item.phone.replace(/[^\d+]/g, '')}`}>
              <Icon name="phone" />
              {item.phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One programme on one screen: why, what is missing, by when, with which papers, whom to ask. */
export function AnswerCard({ entry }: { readonly entry: Entry }) {
  const { t, lang } = useText()
  const { pkg, labelOf, questionOf } = usePackage()
  const conditionOf = useTraceLabel()
  const heldBy = (key: string) => questionOf(key)?.heldBy ?? null
  const values = { programme: entry.title }
  return (
    <EntryContext value={entry}>
      <AnswerActions
        subject={entry.subject.id}
        programme={entry.programme}
        text={answerText(entry, pkg, { t, lang, labelOf, conditionOf, heldBy })}
        questions={[
          t('desk.ask.why', values),
          t('desk.ask.missing', values),
          t('desk.ask.when', values),
          t('desk.ask.papers', values),
        ]}
      />
      <article className="card stack desk-answer" aria-label={entry.title}>
        <VerdictBanner entry={entry} />
        <Part title="desk.why">
          <Why entry={entry} />
        </Part>
        <Part title="desk.missing">
          <Missing entry={entry} />
        </Part>
        {entry.nearest[0] && (
          <Part title="desk.nearest">
            <ul className="bullets">
              {entry.nearest[0].changes.map((change) => (
                <li key={change.fact}>
                  {t('nearest.change', { fact: labelOf(change.fact), from: change.from, to: change.to })}
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title="desk.when">
          <DeadlineText entry={entry} />
          <ul className="bullets">
            {keyed(entry.call?.windows ?? [], (window) => window.step).map(({ key, item }) => (
              <li key={key} className="number">
                {item.step}　{item.from ?? ''}–{item.to ?? ''}
              </li>
            ))}
          </ul>
        </Part>
        <Part title="desk.papers">
          <Papers entry={entry} />
        </Part>
        <Part title="desk.contact">
          <Contact entry={entry} />
        </Part>
      </article>
    </EntryContext>
  )
}
