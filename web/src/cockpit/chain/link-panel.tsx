import '../../text/area/chain.js'
import type { ChainDetail, ChainLink, Partner } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { PartFailure } from '../../ui/part-failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { CoverMark } from './cover-mark.js'

const route = getRouteApi('/cockpit/chain/$id')
const SIDES = ['up', 'down', 'kinds', 'wider'] as const

/** Who has to do with one link here and elsewhere, and what is next to it. */
export function LinkPanel({ id, focus }: { readonly id: string; readonly focus: string }) {
  const { t, lang } = useText()
  const search = route.useSearch()
  const heading = useRef<HTMLHeadingElement>(null)
  const query = useQuery({ queryKey: ['chain-link', id, lang], queryFn: () => staffApi.chainLink(id) })
  const name = query.data?.name
  // Whoever picks a link by keyboard goes on in what is told of it.
  useEffect(() => {
    if (name !== undefined) heading.current?.focus({ preventScroll: false })
  }, [name])
  return (
    <aside className="card stack chain-panel" aria-label={t('chain.panel')}>
      <div className="item-row">
        <h2 ref={heading} tabIndex={-1}>
          {name ?? t('app.loading')}
        </h2>
        <Link
          from="/cockpit/chain/$id"
          to="."
          search={{ ...search, link: undefined }}
          resetScroll={false}
          className="button plain"
          aria-label={t('chain.panel.close')}
        >
          <Icon name="close" />
        </Link>
      </div>
      {query.isError ? (
        <PartFailure query={query} />
      ) : (
        query.data && (
          <>
            {id !== focus && (
              <Link to="/cockpit/chain/$id" params={{ id }} className="button">
                {t('chain.panel.centre')}
              </Link>
            )}
            <Partners detail={query.data} />
            {SIDES.map((side) => (
              <Side key={side} side={side} links={query.data.next[side]} />
            ))}
          </>
        )
      )}
    </aside>
  )
}

function Partners({ detail }: { readonly detail: ChainDetail }) {
  const { t } = useText()
  return (['makers', 'works', 'experts'] as const).map((aspect) => {
    const { local, elsewhere, unknown, items } = detail.partners[aspect]
    const all = local + elsewhere + unknown
    return (
      <section key={aspect}>
        <h3>{t(`chain.panel.${aspect}`)}</h3>
        <p className="muted small">
          {all === 0 ? t('chain.panel.nobody') : t('chain.panel.counts', { local, elsewhere, unknown })}
        </p>
        {items.length > 0 && (
          <ul className="rows">
            {items.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} />
            ))}
          </ul>
        )}
        {items.length < all && (
          <p className="muted small">{t('chain.panel.more', { count: all - items.length })}</p>
        )}
      </section>
    )
  })
}

function PartnerRow({ partner }: { readonly partner: Partner }) {
  const { t } = useText()
  const { id, kind, name, where, place, by, weight } = partner
  return (
    <li>
      <span>
        {kind === 'enterprise' ? (
          <Link to="/cockpit/chain/$id" params={{ id }}>
            {name}
          </Link>
        ) : (
          name
        )}
        {by !== null && <span className="muted small">{t('chain.panel.by', { product: by })}</span>}
      </span>
      <span className="muted small">
        {place ?? t(`chain.where.${where}`)}
        {weight !== null && t('chain.panel.weight', { percent: Math.round(weight * 100) })}
      </span>
    </li>
  )
}

function Side({
  side,
  links,
}: {
  readonly side: (typeof SIDES)[number]
  readonly links: readonly ChainLink[]
}) {
  const { t } = useText()
  const search = route.useSearch()
  if (links.length === 0) return null
  return (
    <section>
      <h3>{t(`chain.side.${side}`)}</h3>
      <ul className="chain-next">
        {links.map((link) => (
          <li key={link.id}>
            <Link
              from="/cockpit/chain/$id"
              to="."
              search={{ ...search, link: link.id }}
              resetScroll={false}
              className="chain-chip"
            >
              <CoverMark cover={link.makers} />
              {link.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
