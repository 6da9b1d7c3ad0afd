import '../../text/area/publishing.js'
import type { DraftDetail } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { localTime } from '../../ui/local-time.js'
import { LineDiff } from './line-diff-view.js'

/** What the text says differently from the one in force: in words, and line by line. */
export function ChangesCard({
  changes,
  inForce,
  text,
}: {
  readonly changes: DraftDetail['changes']
  readonly inForce: DraftDetail['inForce']
  readonly text: string
}) {
  const { t, lang } = useText()
  if (inForce === null)
    return (
      <section className="card stack tight">
        <h2>{t('draft.changes')}</h2>
        <p className="muted">{t('draft.changes.new')}</p>
      </section>
    )
  const said = (one: { zh: string; en?: string } | null) => (one === null ? null : inLang(one, lang))
  return (
    <section className="card stack tight">
      <h2>{t('draft.changes')}</h2>
      <p className="muted small">
        {inForce.origin === 'web'
          ? t('draft.in-force.web', { by: inForce.byName ?? '' })
          : t('draft.in-force.file')}
        {inForce.since && `　${t('draft.in-force.since', { at: localTime(inForce.since, lang) })}`}
      </p>
      {changes.length === 0 && <p>{t('draft.changes.none')}</p>}
      <ul className="changes">
        {keyed(changes, (one) => JSON.stringify([one.what, one.before, one.after])).map(({ key, item }) => (
          <li key={key}>
            <b>{said(item.what)}</b>
            {item.clause && <span className="muted small">　{item.clause}</span>}
            <span className="change">
              <del>{item.parameter?.before ?? said(item.before) ?? t('effect.reason-none')}</del>
              <span aria-hidden="true">→</span>
              <ins>{item.parameter?.after ?? said(item.after) ?? t('effect.reason-none')}</ins>
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="button plain">{t('draft.changes.lines')}</summary>
        <LineDiff before={inForce.text} after={text} />
      </details>
    </section>
  )
}

function inLang(text: { zh: string; en?: string }, lang: 'zh' | 'en'): string {
  return lang === 'en' ? (text.en ?? text.zh) : text.zh
}
