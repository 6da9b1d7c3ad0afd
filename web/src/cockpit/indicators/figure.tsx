import '../../text/area/indicators.js'
import type { IndicatorFigure } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { figureWords, signed } from './words.js'

/** More would fill the cell; the workbook has them all. */
const MOST_OTHERS = 4

/** A value that leads to its sentence, with what is to be known of it. */
export function Figure({
  figure,
  others = [],
  isGrowth = false,
}: {
  readonly figure: IndicatorFigure
  readonly isGrowth?: boolean
  readonly others?: readonly IndicatorFigure[]
}) {
  const { t, lang } = useText()
  // What other reports repeat is said once.
  const shown = figureWords(figure, lang)
  const different = [...new Set(others.map((other) => figureWords(other, lang)))].filter(
    (one) => one !== shown,
  )
  return (
    <span className="indicator-figure">
      <Link
        to="/workbench/reports/$report"
        params={{ report: figure.report }}
        search={{ fact: figure.n }}
        title={figure.source}
        className="indicator-value number"
      >
        {isGrowth ? `${figure.words ?? ''}${signed(figure.value)}` : figureWords(figure, lang)}
      </Link>
      {(!figure.checked || figure.op !== null) && (
        <span className="tags">
          {!figure.checked && <span className="tag unverified">{t('compare.unchecked')}</span>}
          {figure.op !== null && <span className="tag moot">{t('compare.loose')}</span>}
        </span>
      )}
      {different.length > 0 && (
        <span className="muted small">
          {t('compare.several', {
            values: different.slice(0, MOST_OTHERS).join(t('common.comma')),
          })}
        </span>
      )}
    </span>
  )
}
