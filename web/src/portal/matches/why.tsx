import '../../text/area/demands.js'
import type { OfferMatch } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

type Judged = Pick<OfferMatch, 'words' | 'parts' | 'better'>

/** Why two fit: what speaks for it first, all of it where that is wanted, and what would tell more. */
export function Why({ match }: { readonly match: Judged }) {
  const { t } = useText()
  const best = match.parts.filter(({ adds }) => adds > 0).slice(0, 3)
  return (
    <>
      {match.words.length > 0 && (
        <p>
          <span className="muted">{t('matches.words')}</span>{' '}
          {match.words.map(({ word }) => (
            <mark key={word}>{word}</mark>
          ))}
        </p>
      )}
      {best.length > 0 && (
        <ul className="match-reasons">
          {best.map(({ feature, label, said }) => (
            <li key={feature}>
              <span className="muted">{label}</span> {said}
            </li>
          ))}
        </ul>
      )}
      <details className="demand-more">
        <summary>{t('matches.why')}</summary>
        <div className="stack tight">
          <table className="match-parts">
            <thead>
              <tr>
                <th scope="col">{t('matches.feature')}</th>
                <th scope="col">{t('matches.said')}</th>
                <th scope="col" className="number">
                  {t('matches.adds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {match.parts.map(({ feature, label, value, said, adds }) => (
                <tr key={feature} className={value === null ? 'muted' : undefined}>
                  <th scope="row">{label}</th>
                  <td>{said}</td>
                  <td className="number">{value === null ? '—' : signed(adds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {match.better.length > 0 && (
            <div>
              <p className="item-title">{t('matches.better')}</p>
              <ul className="match-reasons">
                {match.better.map(({ feature, of, text }) => (
                  <li key={feature}>
                    <span className="muted">{t(`matches.of.${of}`)}</span> {text}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
    </>
  )
}

function signed(adds: number): string {
  const rounded = Math.abs(adds).toFixed(1)
  if (Number(rounded) === 0) return '0'
  return `${adds > 0 ? '+' : '−'}${rounded}`
}
