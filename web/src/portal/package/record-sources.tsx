import '../../text/area/records.js'
import type { Package } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'

/** Records that the conditions add up, and who told each. */
export default function RecordSources({ records }: { readonly records: Package['records'] }) {
  const { t } = useText()
  return (
    <dl className="muted small">
      {records.map(({ name, label, count, sources }) => (
        <div key={name}>
          <dt>{t('records.based', { label, count })}</dt>
          {sources.map((source) => (
            <dd key={source}>{source}</dd>
          ))}
          {count > sources.length && sources.length > 0 && <dd>{t('records.more')}</dd>}
        </div>
      ))}
    </dl>
  )
}
