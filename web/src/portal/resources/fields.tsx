import '../../text/area/resources.js'
import type { ResourceField } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'

type Said = NonNullable<ResourceField['chosen']>

const STANDINGS = ['register', 'document', 'system', 'declaration', 'correction'] as const

/** What is known, each value with who said it; what others say stands below the one that counts. */
export function Fields({ fields }: { readonly fields: readonly ResourceField[] }) {
  const { t } = useText()
  return (
    <section className="card stack tight" aria-labelledby="fields-title">
      <h2 id="fields-title" className="card-title">
        {t('resources.fields')}
      </h2>
      <p className="muted small">{t('resources.order')}</p>
      {fields.length === 0 && <p className="muted">{t('resources.none')}</p>}
      <dl className="resource-fields">
        {fields.map((field) => (
          <div key={field.field}>
            <dt>
              {field.label}
              {field.visibility !== 'open' && <span className="tag moot"> {t('resources.staff-only')}</span>}
            </dt>
            <dd>
              <p className="resource-value">{field.text}</p>
              {field.chosen && <Source said={field.chosen} />}
              {field.others.length > 0 && (
                <details>
                  <summary>
                    {t(field.differs ? 'resources.others.differ' : 'resources.others', {
                      count: field.others.length,
                    })}
                  </summary>
                  <ul className="resource-others">
                    {keyed(field.others, ({ recordedAt, row }) => `${recordedAt} ${row}`).map(
                      ({ key, item }) => (
                        <li key={key}>
                          <p className="resource-value">{item.text}</p>
                          <Source said={item} />
                        </li>
                      ),
                    )}
                  </ul>
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Source({ said }: { readonly said: Said }) {
  const { t } = useText()
  const standing = STANDINGS.find((known) => known === said.standing)
  return (
    <p className="muted small">
      {said.source}
      {standing && ` · ${t(`resources.standing.${standing}`)}`} ·{' '}
      {t('resources.said', { date: said.observedOn, row: said.row, percent: said.confidence })}
      {said.year !== null && ` · ${t('resources.year', { year: said.year })}`}
    </p>
  )
}
