import '../../text/area/help.js'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { usePageTitle } from '../../ui/page-title.js'
import { VerdictMark } from '../../ui/verdict-mark.js'

const VERDICTS = ['yes', 'unknown', 'no', 'moot'] as const
const KEYS = ['tab', 'enter', 'arrows', 'escape', 'skip'] as const
const TOPICS = ['questions', 'forms', 'library', 'following', 'objection'] as const

function Topic({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: MessageKey
  readonly children: ReactNode
}) {
  const { t } = useText()
  return (
    <section id={id} className="card stack tight" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {children}
    </section>
  )
}

export function HelpPage() {
  const { t } = useText()
  usePageTitle(t('help.title'))
  return (
    <div className="page stack plain">
      <h1>{t('help.title')}</h1>
      <Topic id="verdicts" title="help.verdicts">
        <ul className="stack tight">
          {VERDICTS.map((verdict) => (
            <li key={verdict} className="marked">
              <VerdictMark kind={verdict} />
              <span>
                <b>{t(`verdict.${verdict}`)}</b>　{t(`help.verdict.${verdict}`)}
              </span>
            </li>
          ))}
        </ul>
      </Topic>
      <Topic id="amounts" title="help.amounts">
        <p>{t('help.amounts.text')}</p>
      </Topic>
      <Topic id="estimate" title="help.estimate">
        <p>{t('help.estimate.text')}</p>
      </Topic>
      <Topic id="closed" title="help.closed">
        <p>{t('help.closed.text')}</p>
      </Topic>
      {TOPICS.map((topic) => (
        <Topic key={topic} id={topic} title={`help.${topic}`}>
          <p>{t(`help.${topic}.text`)}</p>
        </Topic>
      ))}
      <Topic id="accessibility" title="help.accessibility">
        <p>{t('help.accessibility.text')}</p>
        <h3>{t('help.large')}</h3>
        <p>{t('help.large.text')}</p>
        <h3>{t('help.keyboard')}</h3>
        <ul className="stack tight">
          {KEYS.map((key) => (
            <li key={key}>{t(`help.keyboard.${key}`)}</li>
          ))}
        </ul>
      </Topic>
    </div>
  )
}
