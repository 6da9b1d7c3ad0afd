import '../../text/area/indicators.js'
import type { IndicatorFigure } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { figureWords, signed } from './words.js'

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
      {others.length > 0 && (
        <span className="muted small">
          {t('compare.several', {
            values: others.map((other) => figureWords(other, lang)).join(t('common.comma')),
          })}
        </span>
      )}
    </span>
  )
}
