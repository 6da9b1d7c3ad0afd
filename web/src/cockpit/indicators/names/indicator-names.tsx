import '../../../text/area/indicators.js'
import type { NamedIndicators } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../../text/use-text.js'
import type { NamingChange } from './change-dialog.js'

const TAGS = { person: 'yes', table: '', report: 'moot' } as const

/** One indicator, and the words that mean it. */
export function IndicatorNames({
  named: { indicator, figures, subjects },
  onChange,
}: {
  readonly named: NamedIndicators['indicators'][number]
  readonly onChange: (change: NamingChange) => void
}) {
  const { t } = useText()
  return (
    <>
      <div className="indicator-head">
        <h2>
          {figures > 0 ? (
            <Link to="/cockpit/indicators" search={{ indicator }} className="indicator-name">
              {indicator}
            </Link>
          ) : (
            indicator
          )}{' '}
          <span className="muted small">{t('naming.figures', { count: figures })}</span>
        </h2>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => onChange({ kind: 'rename', name: indicator })}
          >
            {t('naming.change')}
            <span className="hidden-visually"> {indicator}</span>
          </button>
          <button type="button" className="button" onClick={() => onChange({ kind: 'add', name: indicator })}>
            {t('naming.add')}
            <span className="hidden-visually"> {indicator}</span>
          </button>
        </div>
      </div>
      <ul className="rows">
        {subjects.map(({ subject, by, figures: own }) => (
          <li key={subject}>
            <span>
              {subject} <span className={`tag ${TAGS[by]}`}>{t(`naming.by.${by}`)}</span>{' '}
              {own > 0 && <span className="muted small">{t('naming.figures', { count: own })}</span>}
            </span>
            <span className="actions">
              {by === 'person' && (
                <button
                  type="button"
                  className="button plain"
                  onClick={() => onChange({ kind: 'forget', name: subject })}
                >
                  {t('naming.forget')}
                  <span className="hidden-visually"> {subject}</span>
                </button>
              )}
              {subject !== indicator && (
                <button
                  type="button"
                  className="button plain"
                  onClick={() => onChange({ kind: 'move', name: subject })}
                >
                  {t('naming.move')}
                  <span className="hidden-visually"> {subject}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
