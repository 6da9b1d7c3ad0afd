import '../../text/area/library.js'
import type { ProgrammeDetail } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { ExternalLink } from './external-link.js'

/** The document behind a programme, how sure its figures are, and the versions it has had. */
export function SourceCard({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useText()
  const { source, valid } = programme
  const inForce =
    valid.from === null && valid.to === null
      ? t('programme.valid.unknown')
      : valid.from === null
        ? t('calls.to', { to: valid.to ?? '' })
        : valid.to === null
          ? t('calls.from', { from: valid.from })
          : t('calls.between', { from: valid.from, to: valid.to })
  const rows: readonly (readonly [string, string | null])[] = [
    [t('cite.number'), source.number],
    [t('programme.issuer'), source.issuer],
    [t('programme.date'), source.date],
    [t('programme.valid'), inForce],
    [t('cite.via'), source.via],
    [t('cite.verified'), t(`cite.verified.${source.verified}`)],
    [t('cite.version'), programme.version.slice(0, 12)],
  ]
  return (
    <section className="card stack tight">
      <h2>{t('programme.source')}</h2>
      <p>{source.document}</p>
      <dl className="figures">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p className="actions no-print">
        {source.url && (
          <ExternalLink className="button" href={source.url}>
            {t('cite.full')}
          </ExternalLink>
        )}
        <Link className="button" to="/programmes/$programme/versions" params={{ programme: programme.id }}>
          {t('programme.versions')}
        </Link>
      </p>
    </section>
  )
}
