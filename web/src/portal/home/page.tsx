import { useText } from '../../text/use-text.js'
import { usePageTitle } from '../../ui/page-title.js'

const POINTS = ['answer', 'exact', 'ask'] as const

export function HomePage() {
  const { t } = useText()
  usePageTitle(t('nav.home'))
  return (
    <>
      <div className="hero">
        <div className="page intro">
          <h1>{t('home.title')}</h1>
          <p className="soft">{t('home.lead')}</p>
        </div>
      </div>
      <section className="page stack points" aria-labelledby="how">
        <h2 id="how">{t('home.how')}</h2>
        <ul>
          {POINTS.map((point) => (
            <li key={point} className="card">
              <h3>{t(`home.how.${point}`)}</h3>
              <p className="muted">{t(`home.how.${point}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
