import '../../text/area/demands.js'
import type { DemandClarity } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'

const MOST = 4

/** How clear a need is, and what would help most. */
export function Clarity({ quality }: { readonly quality: DemandClarity }) {
  const { t, lang } = useText()
  const { points, questions, vague } = quality
  return (
    <section className="card stack tight" aria-labelledby="clarity-title">
      <h2 id="clarity-title" className="card-title">
        {t('demand.clarity.of', { points })}
      </h2>
      <meter className="clarity" min={0} max={100} low={50} high={80} optimum={100} value={points}>
        {points}
      </meter>
      {questions.length === 0 ? (
        <p>{t('demand.clarity.full')}</p>
      ) : (
        <>
          <p className="muted">{t('demand.clarity.ask')}</p>
          <ul className="rows">
            {keyed(questions.slice(0, MOST), ({ ask }) => ask).map(({ key, item }) => (
              <li key={key}>
                <span>{item.ask}</span>
                <span className="tag number">{t('demand.clarity.gain', { gain: item.gain })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {vague.length > 0 && (
        <p className="notice warn">{t('demand.vague', { words: vague.join(lang === 'zh' ? '、' : ', ') })}</p>
      )}
    </section>
  )
}
