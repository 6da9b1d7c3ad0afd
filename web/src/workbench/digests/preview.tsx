import '../../text/area/digests.js'
import type { DigestDetail } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import type { WrittenSection } from './written.js'

/** The issue as it would be read: what is in it, in order, each statement with its sources. */
export function Preview({
  title,
  sections,
  sources,
}: {
  readonly title: string
  readonly sections: readonly WrittenSection[]
  readonly sources: DigestDetail['sources']
}) {
  const { t } = useText()
  const shown = sections
    .map((section) => ({ ...section, statements: section.statements.filter(({ out }) => !out) }))
    .filter(({ statements }) => statements.length > 0)
  // As the Word file numbers them: in the order in which they are cited.
  const cited = [...new Set(shown.flatMap(({ statements }) => statements.flatMap((one) => one.sources)))]
  if (shown.length === 0) return <p className="card muted">{t('digests.preview.none')}</p>
  return (
    <article className="card digest-preview" aria-label={t('digests.view.preview')}>
      <h2>{title}</h2>
      {shown.map((section) => (
        <section key={section.key}>
          <h3>{section.heading}</h3>
          {section.statements.map((one) => (
            <p key={one.key}>
              {one.text}
              {one.sources.map((n) => (
                <sup key={n}>
                  <a href={`#source-${n}`}>〔{cited.indexOf(n) + 1}〕</a>
                </sup>
              ))}
            </p>
          ))}
        </section>
      ))}
      <h3>{t('digests.sources')}</h3>
      <ol>
        {cited.map((n, i) => {
          const source = sources.find((one) => one.n === n)
          return (
            <li key={n} id={`source-${n}`}>
              〔{i + 1}〕{source?.file}
              {source?.article !== null && `：${source?.article}`}
            </li>
          )
        })}
      </ol>
    </article>
  )
}
