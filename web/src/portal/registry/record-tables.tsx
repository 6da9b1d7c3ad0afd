import '../../text/area/facts.js'
import type { SubjectFacts } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

/** Contracts, loans, rights and awards: each kind in a table of its own. */
export function RecordTables({ facts }: { readonly facts: SubjectFacts }) {
  const { t } = useText()
  const kinds = facts.records.filter((kind) => kind.rows.length > 0)
  if (kinds.length === 0) return null
  return (
    <>
      <h2>{t('facts.records')}</h2>
      {kinds.map((kind) => (
        <section key={kind.name} className="card stack tight">
          <h3>
            {kind.label}{' '}
            <span className="muted small">{t('facts.records.count', { count: kind.rows.length })}</span>
          </h3>
          <ul className="records">
            {kind.rows.map((row) => (
              <li key={row.id}>
                <dl className="figures">
                  {kind.fields.map((field) => (
                    <div key={field.name}>
                      <dt>{field.label}</dt>
                      <dd className="number">{row.cells[field.name] ?? '—'}</dd>
                    </div>
                  ))}
                </dl>
                {row.source && <p className="muted small">{t('facts.source', { source: row.source })}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
